package io.github.cognitoconnector.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.rest.CsvCells;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ada             | ada
            ``              | ""
            a b             | a b
            a,b             | "a,b"
            say "hi"        | "say ""hi""\"
            =1+1            | '=1+1
            +4930           | '+4930
            -1              | '-1
            @SUM(A1)        | '@SUM(A1)
            ＝1             | '＝1
            =a,"b"          | "'=a,""b""\"
            '=1             | ''=1
            ''=1            | '''=1
            'n Sync         | 'n Sync
            '               | '
            a=1             | a=1
            """)
    void writesACell(String cell, String written) {
        assertThat(CsvCells.line(List.of(cell))).isEqualTo(written + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1"})
    void neutralisesWhatASpreadsheetPassesOver(String cell) {
        assertThat(CsvCells.line(List.of(cell))).contains("'" + cell);
    }

    @Test
    void writesARecord() {
        assertThat(CsvCells.line(List.of("a", "", "b\r\nc"))).isEqualTo("a,,\"b\r\nc\"\n");
        assertThat(CsvCells.line(List.of("", ""))).isEqualTo(",\n");
    }

    @Property(tries = 500)
    void readsBackWhatItWrote(@ForAll("tables") List<List<String>> table) {
        StringBuilder text = new StringBuilder();
        table.forEach(row -> text.append(CsvCells.line(row)));
        CsvRows rows = new CsvRows(new Utf8Lines(Uploads.stream(text.toString())));
        List<List<String>> read = new ArrayList<>();
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            read.add(row.cells());
        }
        assertThat(read).isEqualTo(table);
    }

    @Property(tries = 500)
    void writesNoFormula(@ForAll("cells") String cell) {
        String written = CsvCells.line(List.of(cell));
        assertThat(written).doesNotMatch("(?s)\"?[=+@\\-\\t\\r＝＋－＠].*").doesNotMatch("(?s)\"\n.*");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return cells().list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(12)
                        .filter(cell -> cell.indexOf('\0') < 0
                                && !cell.startsWith("\uFEFF")
                                && StandardCharsets.UTF_8.newEncoder().canEncode(cell)),
                Arbitraries.strings().withChars("'=+-@\t\r\n\",a ＝").ofMaxLength(6));
    }
}
