package io.github.cognitoconnector.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What one class logs from now on, until it is closed; nobody else sees it. */
public final class CapturedLog implements AutoCloseable {

    private final Logger logger;
    private final Sink sink = new Sink();

    /** @param level as the log names it, such as {@code WARN} */
    public record Line(String level, String text) {}

    private CapturedLog(Logger logger) {
        this.logger = logger;
    }

    public static CapturedLog of(Class<?> source) {
        return of(source.getName());
    }

    /** What all classes of the class's package log. */
    public static CapturedLog ofPackage(Class<?> member) {
        return of(member.getPackageName());
    }

    private static CapturedLog of(String category) {
        CapturedLog captured = new CapturedLog(Logger.getLogger(category));
        captured.logger.addHandler(captured.sink);
        captured.logger.setUseParentHandlers(false);
        return captured;
    }

    public List<Line> lines() {
        return List.copyOf(sink.lines);
    }

    /** Level, message and stack trace of each line. */
    public List<String> texts() {
        return sink.lines.stream().map(line -> line.level() + " " + line.text()).toList();
    }

    /** The lines that hold this text. */
    public List<Line> lines(String part) {
        return sink.lines.stream().filter(line -> line.text().contains(part)).toList();
    }

    @Override
    public void close() {
        logger.removeHandler(sink);
        logger.setUseParentHandlers(true);
    }

    private static final class Sink extends Handler {

        private static final PatternFormatter MESSAGE = new PatternFormatter("%s%e");

        private final List<Line> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new Line(entry.getLevel().getName(), MESSAGE.format(entry)));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
