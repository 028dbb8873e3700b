package io.github.cognitoconnector.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What a class logs while this is open. */
public final class Logs extends Handler implements AutoCloseable {

    private final Formatter form = new PatternFormatter("%p %s %e");
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private Logs(Logger logger) {
        this.logger = logger;
    }

    public static Logs of(Class<?> logging) {
        Logs logs = new Logs(Logger.getLogger(logging.getName()));
        logs.logger.addHandler(logs);
        return logs;
    }

    /** Level, message and stack trace of each, in the order of time. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(form.format(entry).strip());
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
