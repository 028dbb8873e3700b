package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that look alike, and as many groups as there can be. */
@QuarkusTest
class NamesTest {

    /** To Cognito they are two, so they are two here, and nobody is taken for somebody else. */
    @Test
    void namesThatLookAlikeAreTwo() {
        String mark = unique("");
        List<String> alike = List.of(
                Normalizer.normalize(mark + "-\u00e9", Normalizer.Form.NFC),
                Normalizer.normalize(mark + "-\u00e9", Normalizer.Form.NFD),
                mark + "-e",
                mark + "-\u0435");
        List<String> subs = new ArrayList<>();
        for (String name : alike) {
            String location = json(Tokens.demo(), "{\"username\": \"" + name + "\"}")
                    .post(DEMO + "/users")
                    .then()
                    .statusCode(201)
                    .body("username", equalTo(name))
                    .extract()
                    .header("Location");
            assertThat(location).isEqualTo(DEMO + "/users/" + RawHttp.encoded(name));
            subs.add(as(Tokens.demo())
                    .get(location)
                    .then()
                    .body("username", equalTo(name))
                    .extract()
                    .path("sub"));
        }
        assertThat(subs).doesNotHaveDuplicates();
    }

    @Test
    void aUserIsInAHundredGroups() {
        String user = newUser();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String group = unique("hundred-");
            groups.add(group);
            Cognito.sdk().createGroup(r -> r.userPoolId(Cognito.DEMO_POOL).groupName(group));
            Cognito.sdk()
                    .adminAddUserToGroup(
                            r -> r.userPoolId(Cognito.DEMO_POOL).username(user).groupName(group));
        }
        String path = DEMO + "/users/" + user + "/groups/";
        as(Tokens.demo()).put(path + groups.getFirst()).then().statusCode(204);
        as(Tokens.demo())
                .put(path + newGroup())
                .then()
                .spec(problem(409, "unsupported-state"))
                .body("detail", containsString("100"));
        String more = "{\"username\": \"" + unique("user-") + "\", \"groups\": [\"demo\", \""
                + String.join("\", \"", groups) + "\"]}";
        json(Tokens.demo(), more).post(DEMO + "/users").then().spec(problem(422, "validation-failed"));
        groups.forEach(group ->
                Cognito.sdk().deleteGroup(r -> r.userPoolId(Cognito.DEMO_POOL).groupName(group)));
    }
}
