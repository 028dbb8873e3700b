package io.github.cognitoconnector.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Level;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\u000ab | a\\nb",
                "a\\u000d\\u000ab | a\\r\\nb",
                "a\\u0009b | a\\tb",
                "\\u001b[31m | \\u001b[31m",
                "\\u0000 | \\u0000",
                "\\u0085 | \\u0085",
                "\\u2028\\u2029 | \\u2028\\u2029",
                "\\u202egpj.exe | \\u202egpj.exe",
                "\\u2066\\u200b\\ufeff | \\u2066\\u200b\\ufeff",
                "\\ud800 | \\ud800"
            })
    void spellsOutWhatIsNotSeen(String escapedInput, String expected) {
        String input = unescape(escapedInput);
        assertThat(OneLine.of(input)).isEqualTo(expected.replace("\\\\", "\\"));
    }

    @Property
    void nothingThatIsLeftBreaksALine(@ForAll String text) {
        assertThat(OneLine.of(text)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
        assertThat(OneLine.of(text).lines().count()).isLessThanOrEqualTo(1);
    }

    @Property
    void whatIsHarmlessStays(@ForAll @net.jqwik.api.constraints.AlphaChars String text) {
        assertThat(OneLine.of("é漢🙂 " + text)).isEqualTo("é漢🙂 " + text);
    }

    @Test
    void aRecordIsHarmlessInEveryField() {
        String evil = "x\r\n2026-01-01 INFO forged \u2028\u202e";
        ExtLogRecord entry = new ExtLogRecord(Level.INFO, "user %s", ExtLogRecord.FormatStyle.PRINTF, "a.B");
        entry.setParameters(new Object[] {evil});
        entry.setMdc(Map.of("k" + evil, "v" + evil));
        Exception thrown = new IllegalStateException(evil, new IllegalArgumentException("inner " + evil));
        thrown.addSuppressed(new IllegalArgumentException("beside " + evil));
        entry.setThrown(thrown);
        OneLine.make(entry);

        String json = new JsonFormatter().format(entry).strip();
        assertThat(json.lines()).hasSize(1);
        assertThat(json).contains("forged").doesNotContain("\u2028", "\u202e");
        String text = new PatternFormatter("%X %s%n").format(entry).strip();
        assertThat(text.lines()).hasSize(1);
        StringWriter stack = new StringWriter();
        entry.getThrown().printStackTrace(new PrintWriter(stack));
        assertThat(stack.toString().lines()).noneMatch(line -> line.startsWith("2026"));
        assertThat(stack.toString())
                .contains("java.lang.IllegalStateException: x\\r\\n2026", "inner x", "beside x")
                .contains("aRecordIsHarmlessInEveryField");
    }

    @Test
    void anExceptionWithoutHarmStaysItself() {
        Exception own = new IllegalStateException("plain");
        assertThat(HarmlessThrowable.of(own)).isSameAs(own);
        Exception circle = new IllegalStateException("a\nb");
        circle.addSuppressed(new IllegalArgumentException(circle));
        assertThat(HarmlessThrowable.of(circle)).hasMessageContaining("a\\nb");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text, i + 2, i + 6, 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
