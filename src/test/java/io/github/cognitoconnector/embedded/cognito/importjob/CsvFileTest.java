package io.github.cognitoconnector.embedded.cognito.importjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvFileTest {

    @Example
    void backslashKeepsACommaAndNothingElse() {
        assertThat(CsvFile.split("a\\,b,c")).containsExactly("a,b", "c");
        assertThat(CsvFile.split("a\\b,\\")).containsExactly("a\\b", "\\");
        assertThat(CsvFile.split("\"a,b\"")).containsExactly("\"a", "b\"");
        assertThat(CsvFile.split(" a b , ")).containsExactly("a b", "");
        assertThat(CsvFile.split("")).containsExactly("");
        assertThat(CsvFile.split(",")).containsExactly("", "");
    }

    @Property
    void valuesAreReadAsTheyWereWritten(@ForAll("rows") List<String> values) {
        String line = values.stream().map(value -> value.replace(",", "\\,")).collect(Collectors.joining(","));

        assertThat(CsvFile.split(line)).isEqualTo(values);
    }

    /** A value that ends with a backslash has no spelling of its own in this format. */
    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.strings()
                .withChars("ab,\\\" ä")
                .ofMaxLength(8)
                .map(String::strip)
                .filter(value -> !value.endsWith("\\") && !value.contains("\\,"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
