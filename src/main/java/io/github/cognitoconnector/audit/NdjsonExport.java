package io.github.cognitoconnector.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Rows as lines of JSON, written as fast as the caller reads. The last line counts them: without it something is missing.
 *
 * @param source gives each row to a consumer and answers how many there were
 */
record NdjsonExport(ObjectMapper json, ToLongFunction<Consumer<AuditEvent>> source) implements StreamingOutput {

    /** Media type of lines of JSON. */
    static final String MEDIA_TYPE = "application/x-ndjson";

    @Override
    public void write(OutputStream output) throws IOException {
        try {
            long count = source.applyAsLong(event -> line(output, event));
            line(output, new TreeMap<>(Map.of("end", true, "count", count)).descendingMap());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(OutputStream output, Object value) {
        try {
            output.write(json.writeValueAsBytes(value));
            output.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
