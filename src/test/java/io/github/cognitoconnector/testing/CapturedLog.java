package io.github.cognitoconnector.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What one class logs from now on, until it is closed. */
public final class CapturedLog extends Handler {

    private final Logger logger;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /** @param level as the log names it, such as {@code WARN} */
    public record Line(String level, String text) {}

    private CapturedLog(Logger logger) {
        this.logger = logger;
    }

    public static CapturedLog of(Class<?> source) {
        CapturedLog captured = new CapturedLog(Logger.getLogger(source.getName()));
        captured.logger.addHandler(captured);
        return captured;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The lines that hold this text. */
    public List<Line> lines(String part) {
        return lines.stream().filter(line -> line.text().contains(part)).toList();
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(new Line(entry.getLevel().getName(), ExtLogRecord.wrap(entry).getFormattedMessage()));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
