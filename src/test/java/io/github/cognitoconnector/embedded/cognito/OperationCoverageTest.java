package io.github.cognitoconnector.embedded.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.OperationNames;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation tells of every operation of Cognito whether it is built, and whoever calls one that is not is told. */
class OperationCoverageTest {

    private static final Path DOCUMENT = Path.of("docs/embedded-cognito.md");
    private static final Pattern SECTION =
            Pattern.compile("\n## What it covers\n(.*?)\n### Not built\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z]\\w+) \\|.*\\|$", Pattern.MULTILINE);
    private static final Pattern ITEM =
            Pattern.compile("^- \\*\\*[^*]+:\\*\\*\\s+([^.]+?)(?=\n- |\n\n)", Pattern.MULTILINE);

    private static final Set<String> BUILT =
            DeclaredOperations.all().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));

    /** The names in the document, as often as they are there. */
    private record Told(List<String> built, List<String> missing) {

        static Told read() throws IOException {
            Matcher section = SECTION.matcher(Files.readString(DOCUMENT));
            assertThat(section.find()).as("the section is there").isTrue();
            List<String> missing = new ArrayList<>();
            for (String item : all(ITEM, section.group(2))) {
                missing.addAll(Stream.of(item.split(",\\s+", -1)).toList());
            }
            return new Told(all(ROW, section.group(1)), missing);
        }

        private static List<String> all(Pattern pattern, String text) {
            return pattern.matcher(text).results().map(found -> found.group(1)).toList();
        }
    }

    @Test
    void tablesNameWhatIsBuilt() throws IOException {
        assertThat(Told.read().built()).containsExactlyInAnyOrderElementsOf(BUILT);
    }

    @Test
    void listNamesWhatIsNot() throws IOException {
        Set<String> others = new TreeSet<>(OperationNames.all());
        others.removeAll(BUILT);

        assertThat(Told.read().missing()).containsExactlyInAnyOrderElementsOf(others);
    }

    /** With and without a signature: that an operation is missing is told before anything else. */
    @Test
    void operationThatIsNotBuiltSaysSo() throws IOException {
        List<String> missing = Told.read().missing();
        assertThat(missing).isNotEmpty();
        try (TestCognito cognito = TestCognito.start()) {
            for (String name : missing) {
                checkRefusal(name, call(cognito, name));
                checkRefusal(name, call(cognito, name, "Authorization", "AWS4-HMAC-SHA256 Credential=any"));
            }
        }
    }

    /** Whatever an empty request is answered, it is neither that nor a fault. */
    @Test
    void operationThatIsBuiltAnswers() {
        try (TestCognito cognito = TestCognito.start()) {
            for (String name : BUILT) {
                HttpResponse<String> answer = call(cognito, name, "Authorization", "AWS4-HMAC-SHA256 Credential=any");
                assertThat(answer.statusCode()).as(name).isEqualTo(400);
                assertThat(type(answer)).as(name).isEqualTo("InvalidParameterException");
            }
        }
    }

    private static void checkRefusal(String name, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(name).isEqualTo(400);
        assertThat(type(answer)).as(name).isEqualTo("OperationNotEnabledException");
        assertThat(json(answer).path("message").asText()).contains(" " + name + ".");
    }

    private static HttpResponse<String> call(TestCognito cognito, String name, String... headers) {
        return cognito.operation("AWSCognitoIdentityProviderService." + name, "{}", headers);
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).path("__type").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body()).orElseThrow();
    }
}
