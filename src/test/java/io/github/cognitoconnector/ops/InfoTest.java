package io.github.cognitoconnector.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InfoTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>cognito-connector</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void versionIsThePomsAndNeedsNoToken() throws IOException {
        Matcher pom = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(pom.find()).isTrue();

        assertThat(info().getString("build.version")).isEqualTo(pom.group(1));
    }

    /** This is none; see {@code ImageIT}. */
    @Test
    void nothingIsToldOfAnImageThatIsNone() {
        assertThat(info().getMap("image")).isNull();
    }

    /** What is built from an archive has no commit. */
    @Test
    void commitIsTheOneThatIsCheckedOut() throws IOException, InterruptedException {
        assertThat(info().getString("git.commit.id")).isEqualTo(Files.exists(Path.of(".git")) ? head() : null);
    }

    @Test
    void nothingIsToldOfTheMachine() {
        assertThat(info().getMap("").keySet()).isSubsetOf(Set.of("build", "git"));
        assertThat(info().getMap("build").keySet())
                .isSubsetOf(Set.of("name", "group", "artifact", "version", "time", "quarkusVersion", "enabled"));
        if (info().getMap("git") != null) {
            assertThat(info().getMap("git").keySet()).isEqualTo(Set.of("branch", "commit"));
            assertThat(info().getMap("git.commit").keySet()).isEqualTo(Set.of("id", "time"));
        }
    }

    private static JsonPath info() {
        return given().get("/q/info").then().statusCode(200).extract().jsonPath();
    }

    private static String head() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "HEAD")
                .redirectErrorStream(true)
                .start();
        String id = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(git.waitFor()).as(id).isZero();
        assertThat(id).matches("[0-9a-f]{40,64}");
        return id;
    }
}
