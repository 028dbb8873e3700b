package io.github.cognitoconnector.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cases in which a witness is known not to do what the contract says. */
record Deviations(String file, List<Entry> entries) {

    /**
     * @param invocation the display name of one invocation of a parameterised case; empty for all of them
     * @param decides "row N" or "section N" of the contract
     */
    record Entry(String className, String method, Optional<String> invocation, String decides, String instead) {

        boolean covers(CaseName name) {
            return name.className().equals(className)
                    && name.method().equals(method)
                    && (invocation.isEmpty() || invocation.equals(name.invocation()));
        }

        @Override
        public String toString() {
            return className + "." + method
                    + invocation.map(text -> "[" + text + "]").orElse("");
        }
    }

    private static final Pattern LINE =
            Pattern.compile("(\\w+)\\.(\\w+)(?:\\[(.*)])? = ((?:row|section) \\d+): (\\S.*)");

    /** That of the witness of this name; empty if it has none. */
    static Deviations of(String witness) {
        String file = "contract/" + witness + ".deviations";
        try (InputStream in = Deviations.class.getClassLoader().getResourceAsStream(file)) {
            return in == null
                    ? new Deviations(file, List.of())
                    : new Deviations(file, read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line each; empty ones and those that start with a hash are left out. */
    static List<Entry> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Deviations::entry)
                .toList();
    }

    private static Entry entry(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No 'ClassName.method = row N: what it does instead': " + line);
        }
        return new Entry(
                parts.group(1), parts.group(2), Optional.ofNullable(parts.group(3)), parts.group(4), parts.group(5));
    }

    boolean cover(CaseName name) {
        return entries.stream().anyMatch(entry -> entry.covers(name));
    }
}
