package io.github.cognitoconnector.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Stands before all that writes the log, in the thread that logs: what is logged for a request goes into its one line, and
 * what goes through is harmless. What is below {@code INFO} is for those who look for something, and goes through as it comes.
 */
public final class LogGate implements Filter {

    private static final int EARLY = 1;

    /** Before anybody is answered. */
    static void close(@Observes @Priority(EARLY) StartupEvent start) {
        LogGate gate = new LogGate();
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(gate);
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.INFO.intValue() && !AccessLog.CATEGORY.equals(entry.getLoggerName())) {
            RequestLog request = RequestLog.current();
            if (request != null && request.add(entry)) {
                return false;
            }
        }
        OneLine.make(entry);
        return true;
    }
}
