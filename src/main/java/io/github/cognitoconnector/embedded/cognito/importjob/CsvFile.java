package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.http.Body;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A CSV file as AWS documents it, which no parser of RFC 4180 reads: a line is a row, a comma with a backslash before it
 * belongs to the value, quotation marks are nothing special, and blanks around a value are not part of it.
 */
record CsvFile(Body body) {

    /**
     * The number of rows, without the header.
     *
     * @throws IOException if the file is not in UTF-8
     */
    long rows() throws IOException {
        try (BufferedReader reader = open();
                Stream<String> lines = reader.lines()) {
            return Math.max(0, lines.filter(line -> !line.isBlank()).count() - 1);
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Answers lines whose bytes are not UTF-8 with an error. */
    BufferedReader open() {
        return new BufferedReader(new InputStreamReader(
                body.stream(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    static List<String> split(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == ',') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else if (next == '\\' && line.startsWith(",", i + 1)) {
                value.append(',');
                i++;
            } else {
                value.append(next);
            }
        }
        values.add(value.toString().strip());
        return values;
    }
}
