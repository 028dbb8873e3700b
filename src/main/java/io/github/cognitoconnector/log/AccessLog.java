package io.github.cognitoconnector.log;

import io.github.cognitoconnector.rest.PathTemplates;
import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;

/** Writes one line for each request to the API, when it is over, with all that was logged on its way. */
class AccessLog {

    static final String CATEGORY = "io.github.cognitoconnector.access";

    /** Before everything else, so that nothing is answered without a line. */
    private static final int FIRST = 5000;

    private static final Logger LOG = Logger.getLogger(CATEGORY);

    private final PathTemplates templates;

    AccessLog(PathTemplates templates) {
        this.templates = templates;
    }

    void register(@Observes Filters filters) {
        filters.register(this::open, FIRST);
    }

    private void open(RoutingContext request) {
        if (!request.request().uri().startsWith("/q/")) {
            long begin = System.nanoTime();
            String traceId = Span.current().getSpanContext().getTraceId();
            RequestLog log = new RequestLog();
            log.open();
            request.addEndHandler(end -> write(request, log, new Ending(begin, traceId, end.failed())));
        }
        request.next();
    }

    /** @param gone whether the caller went away before his answer */
    record Ending(long begin, String traceId, boolean gone) {

        long millis() {
            return (System.nanoTime() - begin) / 1_000_000;
        }
    }

    private void write(RoutingContext request, RequestLog log, Ending ending) {
        log.close();
        AccessLine line = AccessLine.of(request, templates.templateOf(request.normalizedPath()), ending);
        ExtLogRecord entry = new ExtLogRecord(
                log.level(), line.text() + log.text(), ExtLogRecord.FormatStyle.NO_FORMAT, AccessLog.class.getName());
        entry.setLoggerName(CATEGORY);
        entry.setThrown(log.thrown());
        entry.setMdc(line.fields());
        LOG.logRaw(entry);
    }
}
