package io.github.cognitoconnector.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.bulk.Uploads.Outcome;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.CsvCells;
import io.github.cognitoconnector.testing.Refusals;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever arrives, and in whatever portions, ends in rows or in a problem that the caller can mend. */
class HostileUploadTest {

    private static final int LITTLE = 64 * 1024;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | x            | Line 1, column 16001
            ``                     | c,           | Line 1
            ``                     | ,            | Line 1
            ``                     | "            | Line 1, column 16001
            ``                     | `"\n`        | Line
            ``                     | `"",`        | Line 1
            ``                     | `"x\n`       | Line
            `username\n`           | x            | Line 2, column 16001
            `username\n`           | ,            | Line 2
            `username\n`           | `x,\n`       | Line 2, field 2
            `username\n"`          | `x\n`        | Line 8002: A record has at most 16000 characters.
            `username\n"`          | `\n`         | Line 16002: A record has at most 16000 characters.
            `username\n"`          | `""\r\n`     | Line
            """)
    void refusesEndlessCsvSoon(String beginning, String again, String detail) {
        Endless body = new Endless(beginning, again);
        assertThat(Uploads.refusal(Uploads.csv(), body)).startsWith(detail);
        assertThat(body.taken()).isLessThan(LITTLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                     | x
            ``                     | ` `
            ``                     | [
            ``                     | {"a":
            {"username": "         | x
            {"username": 1         | 1
            {"attributes": {       | `"email": "", `
            {"username": "x"}      | ` {}`
            """)
    void refusesEndlessNdjsonSoon(String beginning, String again) {
        Endless body = new Endless(beginning, again);
        assertThat(Uploads.refusal(Uploads.ndjson(), body)).startsWith("Line 1, column 16001");
        assertThat(body.taken()).isLessThan(LITTLE);
    }

    @Test
    void refusesEndlessRowsAtTheirBound() {
        for (UploadFormat format :
                List.of(new CsvUpload(ColumnMapping.parse(null), 1000), new NdjsonUpload(Uploads.JSON, 1000))) {
            Endless body = new Endless("", format instanceof CsvUpload ? "username\n" : "{}\n");
            assertThat(Refusals.refusal(() -> format.read(body, row -> {})).type())
                    .isEqualTo(ProblemType.CONTENT_TOO_LARGE);
            assertThat(body.taken()).isLessThan(LITTLE);
        }
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedAndInAnyPortionsAlike(
            @ForAll("bodies") byte[] body,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 20) Integer> sizes) {
        for (UploadFormat format :
                List.of(Uploads.csv(), new CsvUpload(ColumnMapping.parse("a=email"), 2), Uploads.ndjson())) {
            Outcome outcome = Uploads.outcome(format, new ByteArrayInputStream(body));
            assertThat(outcome.type()).isIn(null, ProblemType.INVALID_REQUEST, ProblemType.CONTENT_TOO_LARGE);
            assertThat(Uploads.outcome(format, new Portions(body, sizes))).isEqualTo(outcome);
        }
    }

    @Property(tries = 300)
    void rowsComeBackAsTheyWereWritten(
            @ForAll("rows") List<Map<String, String>> users,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 50) Integer> sizes) {
        List<String> header = List.of("username", "name", "custom:note");
        StringBuilder text = new StringBuilder(CsvCells.line(header));
        users.forEach(user -> text.append(CsvCells.line(
                header.stream().map(name -> user.getOrDefault(name, "")).toList())));
        Outcome outcome =
                Uploads.outcome(Uploads.csv(), new Portions(text.toString().getBytes(StandardCharsets.UTF_8), sizes));
        assertThat(outcome.detail()).isNull();
        assertThat(outcome.rows())
                .extracting(UploadedRow::user)
                .isEqualTo(users.stream().map(HostileUploadTest::user).toList());
        assertThat(outcome.rows())
                .extracting(UploadedRow::row)
                .isEqualTo(IntStream.rangeClosed(1, users.size()).boxed().toList());
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> texts = Arbitraries.of(
                        "username",
                        "cognito:username",
                        "email",
                        "a",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "\"\"",
                        "'+",
                        "=",
                        " ",
                        "é",
                        "🙂",
                        "\uFEFF",
                        "\0",
                        "{",
                        "}",
                        "{\"username\": \"a\"}",
                        "\"enabled\": true",
                        ":",
                        "[",
                        "]",
                        "null",
                        "\\ud800",
                        "1e99999",
                        "x".repeat(8192),
                        "\n".repeat(9000))
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(100);
        return Arbitraries.oneOf(texts, bytes, Combinators.combine(texts, bytes).as(HostileUploadTest::joined));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> rows() {
        Arbitrary<String> cells = Arbitraries.oneOf(
                Arbitraries.strings().withChars("'=+-@\t\r\n\",a é").ofMaxLength(8),
                Arbitraries.strings().withCharRange('\u0001', '\uD7FF').ofMaxLength(40));
        return Arbitraries.maps(Arbitraries.of("username", "name", "custom:note"), cells)
                .ofMaxSize(3)
                .list()
                .ofMaxSize(10);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static CreateUserRequest user(Map<String, String> cells) {
        Map<String, String> attributes = new HashMap<>(cells);
        attributes.values().removeIf(String::isEmpty);
        String username = attributes.remove("username");
        return new CreateUserRequest(username, attributes.isEmpty() ? null : attributes, null, null, null, null);
    }
}
