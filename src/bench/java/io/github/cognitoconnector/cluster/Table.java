package io.github.cognitoconnector.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured in this run, for people and for {@code docs/performance.md}. */
final class Table {

    private static final Path FILE = Path.of("target", "bench.md");
    private static final String HEAD = """
            | what | minimum | median | maximum | medians of both |
            |---|---|---|---|---|
            """;

    private final List<Line> lines = new ArrayList<>();
    private final double load = load();

    /** The file has it at once, since the rest takes minutes. */
    void add(Line line) {
        lines.add(line);
        write(text());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** What the figures depend on. */
    private String conditions() {
        return String.format(
                Locale.ROOT,
                "%d rounds of %,d requests; %d processors, Java %s; load average %.2f before, %.2f behind it.",
                Rounds.COUNT,
                Load.REQUESTS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                load,
                load());
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(line.row()).append('\n'));
        return text.append('\n').append(conditions()).append('\n').toString();
    }

    void print() {
        String text = text();
        System.out.println(text);
        write(text);
    }

    private static void write(String text) {
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
