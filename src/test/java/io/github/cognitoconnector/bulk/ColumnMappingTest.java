package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMappingTest {

    @Test
    void namesColumns() {
        ColumnMapping mapping = ColumnMapping.parse("E-Mail=email,Login=cognito:username,Notes=,a=b=custom:x");
        assertThat(List.of("E-Mail", "Login", "Notes", "a=b", "name", "cognito:username"))
                .extracting(mapping::target)
                .containsExactly("email", "username", "", "custom:x", "name", "username");
    }

    @Test
    void takesACommaInQuotationMarks() {
        ColumnMapping mapping = ColumnMapping.parse("\"Surname, first name=name\",\"\"\"x\"\"=\"");
        assertThat(mapping.target("Surname, first name")).isEqualTo("name");
        assertThat(mapping.target("\"x\"")).isEmpty();
    }

    @Test
    void mapsNothingWhereNothingIsSaid() {
        assertThat(ColumnMapping.parse(null).columns()).isEmpty();
        assertThat(ColumnMapping.parse("").columns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            email                                 | Entry 1 is not a column of the file
            a=email,                              | Entry 2 is not a column of the file
            =email                                | Entry 1 is not a column of the file
            a=email,b=email                       | Entry 2 gives a name that another entry gives.
            a=username,b=cognito:username         | Entry 2 gives a name that another entry gives.
            a=email,a=name                        | Entry 2 is about a column that another entry is about.
            a=,a=                                 | Entry 2 is about a column that another entry is about.
            a=e mail                              | Entry 1 gives a name that no attribute has
            a=custom:x2345678901234567890123456   | Entry 1 gives a name that no attribute has
            "a=email                              | This is not one CSV record
            "a"b=email                            | This is not one CSV record
            ` `                                   | Entry 1 is not a column of the file
            `a=email\\n`                          | This is not one CSV record
            """)
    void refusesOthers(String text, String detail) {
        ProblemException problem = refusal(() -> ColumnMapping.parse(text.replace("\\n", "\nb=name")));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).hasSize(1);
        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/columns");
        assertThat(problem.detail()).startsWith(detail);
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        Throwable thrown = catchThrowable(() -> ColumnMapping.parse(text));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(ProblemException.class);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings().withChars("ab=,\" \r\n").ofMaxLength(12));
    }
}
