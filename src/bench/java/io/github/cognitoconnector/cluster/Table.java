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

    /** Says how it stands, too, since the rest takes minutes. */
    void add(Line line) {
        lines.add(line);
        System.out.println(line.row());
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

    void print() {
        StringBuilder text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(line.row()).append('\n'));
        text.append('\n').append(conditions()).append('\n');
        System.out.println(text);
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
