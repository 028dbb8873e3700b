package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling of a path reaches another app or another operation than the one that is checked. */
@QuarkusTest
class PathTest {

    /** Each would be app {@code demo}, or something of it, to somebody who decodes, cuts or joins otherwise. */
    private static final String[] SPELLINGS = {
        "/v1/apps/demo;other/users/%s",
        "/v1/apps/other;/../demo/users/%s",
        "/v1/apps/demo%%3bother/users/%s",
        "/v1/apps/other/..%%2fdemo/users/%s",
        "/v1/apps/other/../demo/users/%s",
        "/v1/apps/other/%%2e%%2e/demo/users/%s",
        "/v1/apps/other%%2f..%%2fdemo/users/%s",
        "/v1/apps/other%%252f..%%252fdemo/users/%s",
        "/v1/apps/other%%5c..%%5cdemo/users/%s",
        "/v1/apps/other\\..\\demo/users/%s",
        "/v1/apps/demo%%00/users/%s",
        "/v1/apps/demo%%20/users/%s",
        "/v1/apps/%%2564emo/users/%s",
        "/v1/apps//demo/users/%s",
        "//v1/apps/demo/users/%s",
        "/v1/apps/demo//users/%s",
        "/v1/apps/demo%%2fusers/%s",
        "/v1/apps/demo%%2fusers%%2f%s",
        "/V1/apps/demo/users/%s",
        "/v1/Apps/demo/users/%s",
        "/v1/apps/Demo/users/%s",
        "/v1/apps/DEMO/users/%s",
        "/v1/apps/demo/Users/%s",
        "/v1/apps/%%c4%%8femo/users/%s",
        "/v1/apps/demo/users/%s#/v1/apps/other",
        "/v1/apps/other#/../demo/users/%s",
        "http://localhost/v1/apps/demo/users/%s",
        "http://other/v1/apps/demo/users/%s",
        "localhost/v1/apps/demo/users/%s",
        "*/v1/apps/demo/users/%s"
    };

    /** The caller of app {@code demo} may do all of this by the one spelling; by any other he gets nowhere. */
    @Test
    void noOtherSpellingReadsOrWrites() {
        String user = newUser();
        for (String spelling : SPELLINGS) {
            for (String method : new String[] {"GET", "DELETE"}) {
                String answer = send(method, spelling.formatted(user), Tokens.demo());
                assertThat(status(answer)).as("%s %s", method, spelling).isIn(400, 404);
            }
            String answer = send("POST", spelling.formatted(user) + "/disable", Tokens.demo());
            assertThat(status(answer)).as("POST %s", spelling).isIn(400, 404);
        }
        assertThat(as(Tokens.demo())
                        .get(DEMO + "/users/" + user)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("enabled"))
                .isTrue();
    }

    /** The same spellings by a caller of another app tell him nothing of this one. */
    @Test
    void noSpellingCrossesApps() {
        String user = newUser();
        for (String spelling : SPELLINGS) {
            for (String method : new String[] {"GET", "DELETE"}) {
                String answer = send(method, spelling.formatted(user), Tokens.other());
                assertThat(status(answer)).as("%s %s", method, spelling).isIn(400, 404);
            }
        }
        as(Tokens.demo()).get(DEMO + "/users/" + user).then().statusCode(200);
    }

    /** RFC 3986 takes these for the same; who sends them is checked for the app that they name. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/apps/%64emo", "/v1/%61pps/demo", "/%761/apps/demo", "/v1/apps/dem%6F", "/v1/apps/demo/"})
    void whatIsEncodedWithoutNeedIsTheSame(String path) {
        assertThat(Set.of(status(send("GET", path, Tokens.demo())))).isSubsetOf(Set.of(200, 404));
        assertThat(status(send("GET", path, Tokens.other()))).isEqualTo(404);
        assertThat(status(send("GET", path, "none"))).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%%2Fb-%s", "a%%5Cb-%s", "a%%3Bb-%s", "a%%252Fb-%s", "%%25%s", "%s%%3Fx=1", "%s%%23x"})
    void aNameIsDecodedOnce(String segment) {
        String path = DEMO + "/groups/" + segment.formatted(unique("g"));
        as(Tokens.demo()).get(path).then().spec(problem(404, "group-not-found"));
    }

    @Test
    void aSlashInANameStaysInTheName() {
        String user = newUser();
        String group = newGroup();
        as(Tokens.demo())
                .header("If-Match", "*")
                .delete(DEMO + "/users/" + user + "%2Fgroups%2F" + group)
                .then()
                .spec(problem(404, "user-not-found"));
    }

    private static String send(String method, String target, String token) {
        return Wire.answerTo(Wire.head(method + " " + target, token)
                + "If-Match: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
