package io.github.cognitoconnector.log;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** What is logged while a request is worked on, kept until its one line is written. */
final class RequestLog {

    private static final String KEY = RequestLog.class.getName();
    private static final int MAX_ENTRIES = 10;
    private static final int MAX_LENGTH = 1000;

    private final List<LogRecord> entries = new ArrayList<>();
    private int more;
    private boolean written;

    /** Everything that is logged in the current context from now on belongs to this. */
    void open() {
        Objects.requireNonNull(Vertx.currentContext()).putLocal(KEY, this);
    }

    static @Nullable RequestLog current() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }

    /** False when the line is written already. */
    synchronized boolean add(LogRecord entry) {
        if (written) {
            return false;
        }
        if (entries.contains(entry)) {
            return true; // records are equal to themselves alone; several handlers show the same one
        }
        if (entries.size() < MAX_ENTRIES) {
            entries.add(entry);
        } else {
            more++;
        }
        return true;
    }

    /** Nothing is added from now on. */
    synchronized void close() {
        written = true;
    }

    /** The most severe level of all, at least {@code INFO}. */
    synchronized Level level() {
        return entries.stream()
                .map(LogRecord::getLevel)
                .filter(level -> level.intValue() > Level.INFO.intValue())
                .max((a, b) -> Integer.compare(a.intValue(), b.intValue()))
                .orElse(Level.INFO);
    }

    /** The first exception. */
    synchronized @Nullable Throwable thrown() {
        return entries.stream()
                .map(LogRecord::getThrown)
                .filter(thrown -> thrown != null)
                .findFirst()
                .orElse(null);
    }

    /** All messages behind one another; empty if there is none. */
    synchronized String text() {
        StringBuilder text = new StringBuilder();
        for (LogRecord entry : entries) {
            text.append("; ").append(shortened(OneLine.messageOf(entry)));
        }
        return more == 0
                ? text.toString()
                : text.append("; and ").append(more).append(" more").toString();
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
