package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.bulk.Uploads.ndjson;
import static io.github.cognitoconnector.bulk.Uploads.refusal;
import static io.github.cognitoconnector.bulk.Uploads.row;
import static io.github.cognitoconnector.bulk.Uploads.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cognitoconnector.app.MessageAction;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.Refusals;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonUploadTest {

    @Test
    void readsUsers() {
        List<UploadedRow> rows = rows(ndjson(), """
                {"username": "ada", "attributes": {"email": "a@example.com"}, "groups": ["staff"], "enabled": false,\
                 "temporaryPassword": "Passw0rd!", "messageAction": "SUPPRESS", "deliveryMediums": ["SMS"]}

                {"attributes": {"email": "g@example.com"}, "enabled": null}
                {}""");
        assertThat(rows)
                .containsExactly(
                        new UploadedRow(
                                1,
                                "ada",
                                new CreateUserRequest(
                                        "ada",
                                        Map.of("email", "a@example.com"),
                                        List.of("staff"),
                                        "Passw0rd!",
                                        MessageAction.SUPPRESS,
                                        List.of(CreateUserRequest.DeliveryMedium.SMS)),
                                false,
                                List.of()),
                        new UploadedRow(
                                2,
                                "g@example.com",
                                new CreateUserRequest(null, Map.of("email", "g@example.com"), null, null, null, null),
                                null,
                                List.of()),
                        new UploadedRow(
                                3, null, new CreateUserRequest(null, null, null, null, null, null), null, List.of()));
    }

    @Test
    void takesEveryPropertyOfACreate() {
        assertThat(Arrays.stream(NdjsonRow.class.getRecordComponents()).map(RecordComponent::getGenericType))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(CreateUserRequest.class.getRecordComponents())
                                        .map(RecordComponent::getGenericType),
                                Stream.of(Boolean.class))
                        .toList());
        assertThat(Arrays.stream(NdjsonRow.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyElementsOf(Stream.concat(
                                Arrays.stream(CreateUserRequest.class.getRecordComponents())
                                        .map(RecordComponent::getName),
                                Stream.of("enabled"))
                        .toList());
    }

    @Test
    void takesNoRowsAtAll() {
        assertThat(rows(ndjson(), "")).isEmpty();
        assertThat(rows(ndjson(), "\uFEFF\r\n \t\n")).isEmpty();
    }

    @Test
    void takesAnyLineEnd() {
        assertThat(rows(ndjson(), "{\"username\": \"a\"}\r\n{\"username\": \"b\"}\r{\"username\": \"c\"}"))
                .extracting(UploadedRow::row, UploadedRow::key)
                .containsExactly(tuple(1, "a"), tuple(2, "b"), tuple(3, "c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"username": "a", "username": "a"}            | 29 | A property stands here for the second time.
            {"attributes": {"email": "a", "email": "b"}}  | 38 | A property stands here for the second time.
            {"enabled": true, "enabled": true}            | 28 | A property stands here for the second time.
            {"username": 7}                               | 14 | A value of the wrong type.
            {"username": ["a"]}                           | 14 | A value of the wrong type.
            {"enabled": "true"}                           | 13 | A value of the wrong type.
            {"enabled": 1}                                | 13 | A value of the wrong type.
            {"groups": "staff"}                           | 12 | A value of the wrong type.
            {"messageAction": "NOPE"}                     | 19 | A value of the wrong type.
            {"attributes": {"email": {}}}                 | 26 | A value of the wrong type.
            {"username": "\\ud800"}                       | 14 | A value cannot be read; text must be well-formed Unicode.
            {"username": "a"} {}                          | 19 | A line is one JSON object, with nothing behind it.
            {"username": "a"},                            | 18 | This is not valid JSON.
            {"username": "a"}                            | 18 | This is not valid JSON.
            []                                            | 1  | A line is one JSON object, with nothing behind it.
            "a"                                           | 1  | A line is one JSON object, with nothing behind it.
            null                                          | 1  | A line is one JSON object.
            {"username": "a"                              | 17 | This is not valid JSON.
            {'username': "a"}                             | 2  | This is not valid JSON.
            username,email                                | 9  | This is not valid JSON.
            """)
    void refusesALineThatIsNoUser(String line, int column, String what) {
        assertThat(refusal(ndjson(), "{\"username\": \"x\"}\n\n" + line + "\n{}\n"))
                .isEqualTo("Line 3, column " + column + ": " + what);
    }

    @Test
    void refusesAnUnknownProperty() {
        assertThat(refusal(ndjson(), "{}\n{\"username\": \"a\", \"nmae\": \"b\"}\n"))
                .isEqualTo("Line 2: A property is not known. Known are username, attributes, groups, temporaryPassword,"
                        + " messageAction, deliveryMediums, enabled.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"attributes\":"})
    void refusesDeepNesting(String opening) {
        assertThat(refusal(ndjson(), "{\"attributes\": {\"a\": " + opening.repeat(1000)))
                .startsWith("Line 1");
    }

    @Test
    void refusesHugeNumbers() {
        assertThat(refusal(ndjson(), "{\"enabled\": " + "9".repeat(15_000) + "}"))
                .startsWith("Line 1");
        assertThat(refusal(ndjson(), "{\"username\": 1e" + "9".repeat(15_000) + "}"))
                .startsWith("Line 1");
    }

    @Test
    void takesRowsUpToTheirBound() {
        UploadFormat format = new NdjsonUpload(Uploads.JSON, 2);
        assertThat(rows(format, "{}\n{}\n\n")).hasSize(2);
        var problem = Refusals.refusal(() -> rows(format, "{}\n{}\n{}\n"));
        assertThat(problem.type()).isEqualTo(ProblemType.CONTENT_TOO_LARGE);
    }

    @Test
    void refusesAnOverlongLine() {
        assertThat(refusal(ndjson(), "{\"username\": \"" + "x".repeat(16_000)))
                .isEqualTo("Line 1, column 16001: A line has at most 16000 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ada\": 1}", "{\"username\": ada}", "{\"messageAction\": \"ada\"}", "\"ada\"", "ada"})
    void showsNoPersonalData(String line) {
        assertThat(Refusals.refusal(() -> rows(ndjson(), line)))
                .hasMessageNotContaining("ada")
                .hasNoCause();
        assertThat(row(ndjson(), "{\"username\": \"ada\"}").toString()).doesNotContain("ada");
    }
}
