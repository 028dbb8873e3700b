package io.github.cognitoconnector.cluster;

import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How large a run is: small in every build, full for figures ({@code -Dits.scale=full}). */
final class Scale {

    private static final Path FIGURES = Path.of("target", "cluster-figures.txt");
    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(500);

    private Scale() {}

    static boolean isFull() {
        return "full".equals(System.getProperty("its.scale"));
    }

    static int of(int small, int full) {
        return isFull() ? full : small;
    }

    /** The number, unless the system property has another one. */
    static int of(String property, int small, int full) {
        return Integer.getInteger(property, of(small, full));
    }

    static Duration seconds(int small, int full) {
        return Duration.ofSeconds(of(small, full));
    }

    /** Lets so much time go by, in which something holds whenever it is looked at. */
    static void holds(Duration time, Callable<Boolean> condition) {
        await().failFast("It does not hold.", () -> !condition.call())
                .during(time)
                .atMost(time.plus(LATE))
                .pollInterval(GLANCE)
                .until(condition);
    }

    /** Prints a line of figures, and keeps it in {@code target/cluster-figures.txt}. */
    @FormatMethod
    static void report(String format, Object... figures) {
        String line = String.format(Locale.ROOT, format, figures);
        System.out.println(line);
        try {
            Files.writeString(FIGURES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
