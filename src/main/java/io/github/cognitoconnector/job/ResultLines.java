package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.rest.CsvCells;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Rows as lines, of CSV or of JSON.
 *
 * @param csv whether they are CSV
 * @param passwords whether they are about passwords
 */
record ResultLines(ObjectMapper json, OutputStream output, boolean csv, boolean passwords) {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    void header() {
        if (csv) {
            write(CsvCells.line(ResultRow.header(passwords)).getBytes(StandardCharsets.UTF_8));
        }
    }

    void row(ResultRow row) {
        try {
            if (csv) {
                write(CsvCells.line(row.cells()).getBytes(StandardCharsets.UTF_8));
            } else {
                write(json.writeValueAsBytes(row));
                write(new byte[] {'\n'});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() {
        try {
            output.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            output.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
