package io.github.cognitoconnector.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;

/** What is written to the log from now on, through the gate before it and in the form that is asked for, until this is closed. */
public final class WrittenLog extends ExtHandler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Formatter form;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private WrittenLog(Formatter form) {
        this.form = form;
        for (Handler other : ROOT.getHandlers()) {
            if (other.getFilter() != null) {
                setFilter(other.getFilter());
            }
        }
    }

    public static WrittenLog as(Formatter form) {
        WrittenLog log = new WrittenLog(form);
        ROOT.addHandler(log);
        return log;
    }

    /** One for each entry, with the line break at its end. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<String> linesWith(String part) {
        return lines.stream().filter(line -> line.contains(part)).toList();
    }

    @Override
    protected void doPublish(ExtLogRecord entry) {
        lines.add(form.format((LogRecord) entry));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
