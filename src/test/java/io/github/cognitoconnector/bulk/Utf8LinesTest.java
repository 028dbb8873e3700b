package io.github.cognitoconnector.bulk;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LinesTest {

    @Test
    void givesLinesWithWhateverEndsThem() {
        assertThat(lines("a\nb\r\n\r\rc\n\nd")).containsExactly("a\n", "b\r\n", "\r", "\r", "c\n", "\n", "d");
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\r")).containsExactly("a\r");
    }

    @Test
    void countsLinesFromOne() {
        Utf8Lines lines = new Utf8Lines(Uploads.stream("a\r\nb"));
        assertThat(lines.next()).isEqualTo("a\r\n");
        assertThat(lines.number()).isEqualTo(1);
        assertThat(lines.next()).isEqualTo("b");
        assertThat(lines.number()).isEqualTo(2);
        assertThat(lines.next()).isNull();
        assertThat(lines.next()).isNull();
    }

    @Test
    void passesOverAByteOrderMarkAtTheStartOnly() {
        assertThat(lines("\uFEFFa\n\uFEFFb\uFEFF")).containsExactly("a\n", "\uFEFFb\uFEFF");
        assertThat(lines("\uFEFF")).isEmpty();
        assertThat(lines("\uFEFF\uFEFF")).containsExactly("\uFEFF");
    }

    @Test
    void knowsNoOtherLineEnds() {
        assertThat(lines("a\u2028b\u0085c\u000Bd\u000C🙂")).containsExactly("a\u2028b\u0085c\u000Bd\u000C🙂");
    }

    @ParameterizedTest
    @CsvSource({
        "ff, 1, 1", // never in UTF-8
        "61 80, 1, 2", // a continuation of nothing
        "c3 a9 c3, 1, 2", // broken off at the end
        "61 0a 62 e2 82 41, 2, 2", // broken off within
        "f0 9f 99 82 ff, 1, 3", // behind a character of two
        "c0 af, 1, 1", // overlong
        "ed a0 80, 1, 1", // half a surrogate pair
        "f4 90 80 80, 1, 1", // beyond Unicode
        "61 0d ff, 2, 1",
        "61 0d 0a ff, 2, 1",
        "61 0a ff, 2, 1",
        "ef bb bf ff, 1, 1",
        "ef bb, 1, 1"
    })
    void tellsWhereItIsNotUtf8(String bytes, int line, int column) {
        byte[] text = HexFormat.ofDelimiter(" ").parseHex(bytes);
        assertThat(refusal(() -> drain(new ByteArrayInputStream(text))).detail())
                .isEqualTo("Line " + line + ", column " + column + ": This is not UTF-8. Save the file as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodingsWithinTheirFirstCharacter(Charset charset) {
        byte[] text = "username\nada\n".getBytes(charset);
        ProblemException problem = refusal(() -> drain(new ByteArrayInputStream(text)));
        assertThat(problem.detail()).matches("Line 1, column [12]: .*Save the file as UTF-8.*");
    }

    @Test
    void refusesZero() {
        assertThat(refusal(() -> lines("a\nbc\0d")).detail()).startsWith("Line 2, column 3: There is no U+0000");
    }

    @Test
    void takesLinesUpToTheirBound() {
        String longest = "x".repeat(16_000);
        assertThat(lines(longest + "\r\n" + longest + "\n" + longest))
                .containsExactly(longest + "\r\n", longest + "\n", longest);
        assertThat(refusal(() -> lines("a\n" + longest + "x")).detail())
                .isEqualTo("Line 2, column 16001: A line has at most 16000 characters.");
    }

    @Test
    void refusesAnEndlessLineSoon() {
        Endless body = new Endless("", "x");
        assertThat(refusal(() -> drain(body)).detail()).startsWith("Line 1, column 16001:");
        assertThat(body.taken()).isLessThan(32_768);
    }

    @Test
    void goesThroughWithAFailureOfTheSource() {
        assertThatThrownBy(() -> new Utf8Lines(new Broken()).next())
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");
    }

    @Property(tries = 300)
    void givesAllOfAnyTextInAnyPortions(
            @ForAll("texts") String text,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> sizes) {
        List<String> lines = drain(new Portions(text.getBytes(StandardCharsets.UTF_8), sizes));
        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines)
                .isEqualTo(lines(text))
                .allSatisfy(line ->
                        assertThat(line).matches("(?s)[^\r\n]*(\r\n|\r|\n)?").isNotEmpty());
    }

    @Property(tries = 500)
    void tellsTheSamePlaceInAnyPortions(
            @ForAll @Size(max = 40) List<@IntRange(max = 255) Integer> bytes,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 5) Integer> sizes) {
        byte[] text = new byte[bytes.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.get(i).byteValue();
        }
        assertThat(linesOrFault(new Portions(text, sizes))).isEqualTo(linesOrFault(new ByteArrayInputStream(text)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ab\r\n,é")
                .withChars('\u2000', '\u20FF')
                .ofMaxLength(60)
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("🙂", parts));
    }

    private static List<String> linesOrFault(InputStream source) {
        List<String> lines = new ArrayList<>();
        Utf8Lines text = new Utf8Lines(source);
        try {
            for (String line = text.next(); line != null; line = text.next()) {
                lines.add(line);
            }
        } catch (ProblemException e) {
            lines.add(e.detail());
        }
        return lines;
    }

    private static List<String> lines(String text) {
        return drain(Uploads.stream(text));
    }

    private static List<String> drain(InputStream source) {
        List<String> lines = new ArrayList<>();
        Utf8Lines text = new Utf8Lines(source);
        for (String line = text.next(); line != null; line = text.next()) {
            lines.add(line);
        }
        return lines;
    }
}
