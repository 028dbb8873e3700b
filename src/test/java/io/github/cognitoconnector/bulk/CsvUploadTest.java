package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.bulk.Uploads.csv;
import static io.github.cognitoconnector.bulk.Uploads.refusal;
import static io.github.cognitoconnector.bulk.Uploads.row;
import static io.github.cognitoconnector.bulk.Uploads.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.CsvCells;
import io.github.cognitoconnector.testing.Refusals;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvUploadTest {

    @Test
    void readsUsers() {
        List<UploadedRow> rows = rows(csv(), """
                username,email,custom:plan,groups,temporaryPassword,enabled
                ada,ada@example.com,gold,admins  staff,"Pa,ss""1",FALSE
                grace,,,,,
                """);
        assertThat(rows)
                .containsExactly(
                        new UploadedRow(
                                1,
                                "ada",
                                new CreateUserRequest(
                                        "ada",
                                        Map.of("email", "ada@example.com", "custom:plan", "gold"),
                                        List.of("admins", "staff"),
                                        "Pa,ss\"1",
                                        null,
                                        null),
                                false,
                                List.of()),
                        new UploadedRow(
                                2,
                                "grace",
                                new CreateUserRequest("grace", null, null, null, null, null),
                                null,
                                List.of()));
    }

    @Test
    void takesCognitosOwnHeader() {
        UploadedRow row = row(csv(), """
                name,given_name,family_name,middle_name,nickname,preferred_username,profile,picture,website,email,\
                email_verified,gender,birthdate,zoneinfo,locale,phone_number,phone_number_verified,address,updated_at,\
                cognito:mfa_enabled,cognito:username
                Ada,,,,,,,,,ada@example.com,TRUE,,,,TRUE,+4930123,False,,,FALSE,ada
                """);
        assertThat(row.key()).isEqualTo("ada");
        assertThat(row.errors()).isEmpty();
        assertThat(row.user().username()).isEqualTo("ada");
        assertThat(row.user().attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "name", "Ada",
                        "email", "ada@example.com",
                        "email_verified", "true",
                        "locale", "TRUE",
                        "phone_number", "+4930123",
                        "phone_number_verified", "false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username,name\nada,\"a\nb\"\n",
                "username,name\r\nada,\"a\nb\"\r\n",
                "username,name\rada,\"a\nb\""
            })
    void takesAnyLineEnd(String text) {
        UploadedRow row = row(csv(), text);
        assertThat(row.user().username()).isEqualTo("ada");
        assertThat(row.user().attributes()).isEqualTo(Map.of("name", "a\nb"));
    }

    @Test
    void passesOverBlankLinesAndAByteOrderMark() {
        assertThat(rows(csv(), "\uFEFF\n\r\nusername\r\n\r\nada\r\n\r\n\n\rgrace\n\n"))
                .extracting(UploadedRow::row, UploadedRow::key)
                .containsExactly(tuple(1, "ada"), tuple(2, "grace"));
    }

    @Test
    void takesCellsAsTheyStand() {
        assertThat(row(csv(), "username,name,nickname,profile,website\n ada ,=1+1,-1,\"@x\",' \n")
                        .user())
                .isEqualTo(new CreateUserRequest(
                        " ada ",
                        Map.of("name", "=1+1", "nickname", "-1", "profile", "@x", "website", "' "),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void takesBackWhatAnExportNeutralised() {
        String exported = CsvCells.line(List.of("username", "phone_number", "name"))
                + CsvCells.line(List.of("ada", "+4930123", "'=1"));
        assertThat(exported).endsWith("ada,'+4930123,''=1\n");
        assertThat(row(csv(), exported).user().attributes())
                .isEqualTo(Map.of("phone_number", "+4930123", "name", "'=1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username,email | ada,a@example.com     | ada
            username,email | ,a@example.com        | a@example.com
            email,username | a@example.com,' '     | a@example.com
            phone_number   | +4930123              | +4930123
            name           | Ada                   |
            """)
    void callsAUserByNameElseByAddress(String header, String cells, String key) {
        assertThat(row(csv(), header + "\n" + cells.replace("'", "") + "\n").key())
                .isEqualTo(key);
    }

    @Test
    void rejectsARowOnlyForWhatIsWrongInItAlone() {
        List<UploadedRow> rows = rows(csv(), """
                username,enabled,cognito:mfa_enabled
                a,yes,false
                b,,True
                c,1,maybe
                d,True,False
                """);
        assertThat(rows.getFirst().enabled()).isNull();
        assertThat(rows)
                .extracting(row -> row.errors().stream()
                        .map(error -> error.pointer() + " " + error.code())
                        .toList())
                .containsExactly(
                        List.of("/enabled validation-failed"),
                        List.of("/cognito:mfa_enabled invalid-attribute"),
                        List.of("/enabled validation-failed", "/cognito:mfa_enabled invalid-attribute"),
                        List.of());
    }

    @Test
    void takesNoRowsAtAll() {
        assertThat(rows(csv(), "username,email")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF"})
    void refusesAMissingHeader(String text) {
        assertThat(refusal(csv(), text)).isEqualTo("Line 1: There is no header. The first line names the columns.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            username,cognito:username     | Line 1, field 2: This column has the meaning of field 1.
            a,email,name,email            | Line 1, field 4: This column has the name of field 2.
            username,,email               | Line 1, field 2: This column has no name.
            username,                     | Line 1, field 2: This column has no name.
            username,E mail               | Line 1, field 2: No attribute has such a name
            custom:x2345678901234567890123456 | Line 1, field 1: No attribute has such a name
            `username,"e\u0007"`          | Line 1, field 2: No attribute has such a name
            `\n\n"a\nb"`                  | Line 3, field 1: No attribute has such a name
            """)
    void refusesAHeaderWithoutMeaning(String header, String detail) {
        assertThat(refusal(csv(), header + "\n")).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `x\n`                  | Line 2, field 2: The header has 2 fields, this record has 1.
            `x,y\nx,y,z\n`         | Line 3, field 3: The header has 2 fields, this record has 3.
            `"x\ny"\n`             | Line 2, field 2: The header has 2 fields, this record has 1.
            `x,"a\rb\nc"\nx\n`   | Line 5, field 2: The header has 2 fields, this record has 1.
            `x,y\n\n\nx,y,\n`      | Line 5, field 3: The header has 2 fields, this record has 3.
            `"x"y,z\n`             | Line 2, field 1: There is text behind the closing quotation mark.
            `"x" ,z\n`             | Line 2, field 1: There is text behind the closing quotation mark.
            `x,"a\r\nb\n"c\n`      | Line 4, field 2: There is text behind the closing quotation mark.
            `x,y"z\n`              | Line 2, field 2: A field with a quotation mark stands in quotation marks
            `x, "z"\n`             | Line 2, field 2: A field with a quotation mark stands in quotation marks
            `x,"y\nx,y\n`          | Line 2, field 2: The quotation mark that opens this field is never closed.
            `"`                    | Line 2, field 1: The quotation mark that opens this field is never closed.
            `x,"y""`               | Line 2, field 2: The quotation mark that opens this field is never closed.
            """)
    void refusesWhatIsNoCsv(String text, String detail) {
        assertThat(refusal(csv(), "username,name\n" + text)).startsWith(detail);
    }

    @Test
    void takesRecordsUpToTheirBounds() {
        StringBuilder header = new StringBuilder("username");
        for (int i = 2; i <= 200; i++) {
            header.append(",custom:c").append(i);
        }
        assertThat(row(csv(), header + "\nada" + ",".repeat(199) + "\n").key()).isEqualTo("ada");
        assertThat(refusal(csv(), header + ",x\n")).isEqualTo("Line 1, field 201: A record has at most 200 fields.");
        assertThat(refusal(csv(), "username\n" + ",".repeat(200)))
                .isEqualTo("Line 2, field 201: A record has at most 200 fields.");
        String quoted = "\"" + "x".repeat(8000) + "\r\n" + "y".repeat(7996) + "\"";
        assertThat(row(csv(), "username\r\n" + quoted + "\r\n").key()).hasSize(15_998);
        assertThat(refusal(csv(), "username\n" + quoted.replace("y\"", "yy\"")))
                .startsWith("Line 3: A record has at most 16000 characters.");
    }

    @Test
    void takesRowsUpToTheirBound() {
        UploadFormat format = new CsvUpload(ColumnMapping.parse(null), 2);
        assertThat(rows(format, "username\na\nb\n")).hasSize(2);
        var problem = Refusals.refusal(() -> rows(format, "username\na\nb\nc\n"));
        assertThat(problem.type()).isEqualTo(ProblemType.CONTENT_TOO_LARGE);
        assertThat(problem.detail()).startsWith("An upload has at most 2 rows.");
    }

    @Test
    void readsColumnsUnderTheirMappedNames() {
        UploadFormat format = csv("E-Mail Address=email,Login=username,Notes=,Role in team=groups");
        UploadedRow row = row(format, "Login,Notes,E-Mail Address,Role in team,name\nada,x,a@example.com,staff,Ada\n");
        assertThat(row.user())
                .isEqualTo(new CreateUserRequest(
                        "ada", Map.of("email", "a@example.com", "name", "Ada"), List.of("staff"), null, null, null));
    }

    @Test
    void refusesAMappingThatDoesNotFitTheFile() {
        var problem = Refusals.refusal(() -> rows(csv("Mail=email"), "username\nada\n"));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).extracting("pointer").containsExactly("/columns");
        assertThat(refusal(csv("Mail=email"), "email,Mail\n"))
                .startsWith("Line 1, field 2: This column has the meaning of");
        assertThat(refusal(csv("Notes="), "Notes,Notes\n")).startsWith("Line 1, field 2: This column has the name of");
    }

    @Test
    void handsRowsOverWhileTheyArrive() {
        List<UploadedRow> rows = new ArrayList<>();
        Endless body = new Endless("username\n", "ada\n");
        assertThatThrownBy(() -> csv().read(body, row -> {
                    rows.add(row);
                    if (rows.size() == 3) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");
        assertThat(body.taken()).isLessThan(32_768);
    }

    @Test
    void goesThroughWithABodyThatBreaksOff() {
        InputStream body = new SequenceInputStream(Uploads.stream("username\nada\n\"gra"), new Broken());
        assertThatThrownBy(() -> csv().read(body, row -> {})).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void showsNoPersonalData() {
        UploadedRow row = row(csv(), "username,email\nada,ada@example.com\n");
        assertThat(row.toString()).contains("row=1").doesNotContain("ada");
        for (String text : List.of("ada,\"ada\"ada\n", "ada,ada,ada\n", "ada,\"ada", "ada,a\"da\n", "ada,ada\0")) {
            var problem = Refusals.refusal(() -> rows(csv(), "username,email\n" + text));
            assertThat(problem).hasMessageNotContaining("ada").hasNoCause();
        }
        assertThat(refusal(csv(), "ada,ada\n")).doesNotContain("ada");
        assertThat(refusal(csv(), "Ada Lovelace\n")).doesNotContain("Ada");
    }
}
