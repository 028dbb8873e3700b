package io.github.cognitoconnector.testing;

import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged at all while this is open, at every level, and nowhere else. */
@SuppressWarnings("JdkObsolete") // many threads log
public final class EveryLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Formatter form = new PatternFormatter("%p [%c] %s %e%n");
    private final StringBuffer text = new StringBuffer();
    private final Level before = ROOT.getLevel();
    private final List<Handler> others = List.of(ROOT.getHandlers());

    private EveryLog() {
        setLevel(Level.ALL);
    }

    public static EveryLog open() {
        EveryLog log = new EveryLog();
        log.others.forEach(ROOT::removeHandler);
        ROOT.setLevel(Level.ALL);
        ROOT.addHandler(log);
        return log;
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        text.append(form.format(entry));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
        others.forEach(ROOT::addHandler);
    }
}
