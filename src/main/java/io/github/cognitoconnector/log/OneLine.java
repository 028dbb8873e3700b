package io.github.cognitoconnector.log;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Text that stays on its line and shows as it is: what breaks lines, moves the cursor or turns the writing is spelled out. */
final class OneLine {

    /** The message alone, with its parameters. */
    private static final Formatter MESSAGE = new PatternFormatter("%s");

    private OneLine() {}

    static String messageOf(LogRecord entry) {
        return of(MESSAGE.format(entry));
    }

    /** The same text if there is nothing in it to spell out. */
    static String of(String text) {
        return text.codePoints().noneMatch(OneLine::isHarmful) ? text : escaped(text);
    }

    /** Makes message, context and exceptions of the record harmless; what it says stays. */
    static void make(LogRecord entry) {
        if (entry instanceof ExtLogRecord jboss) {
            jboss.setMessage(messageOf(entry), ExtLogRecord.FormatStyle.NO_FORMAT);
            jboss.setMdc(of(jboss.getMdcCopy()));
        } else {
            entry.setMessage(messageOf(entry));
        }
        entry.setParameters(null);
        Throwable thrown = entry.getThrown();
        if (thrown != null) {
            entry.setThrown(HarmlessThrowable.of(thrown));
        }
    }

    private static Map<String, String> of(Map<String, String> context) {
        Map<String, String> harmless = new TreeMap<>();
        context.forEach((key, value) -> harmless.put(of(key), of(String.valueOf(value))));
        return harmless;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (isHarmful(c)) {
                        escaped.append(String.format("\\u%04x", c));
                    } else {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** Control characters, line and paragraph separators, what formats (direction, zero width, tags), half surrogates. */
    private static boolean isHarmful(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
