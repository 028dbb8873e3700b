package io.github.cognitoconnector.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.ObjectMapperRules;
import io.github.cognitoconnector.testing.Refusals;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uploads as tests send them. */
final class Uploads {

    /** As the service has it. */
    static final ObjectMapper JSON = new ObjectMapper();

    static {
        new ObjectMapperRules().customize(JSON);
    }

    /** What came of an upload: the rows that were handed over, and why there were no more of them. */
    record Outcome(
            List<UploadedRow> rows,
            @Nullable ProblemType type,
            @Nullable String detail) {}

    private Uploads() {}

    static UploadFormat csv() {
        return new CsvUpload(ColumnMapping.parse(null));
    }

    static UploadFormat csv(String columns) {
        return new CsvUpload(ColumnMapping.parse(columns));
    }

    static UploadFormat ndjson() {
        return new NdjsonUpload(JSON);
    }

    static List<UploadedRow> rows(UploadFormat format, String text) {
        List<UploadedRow> rows = new ArrayList<>();
        format.read(stream(text), rows::add);
        return rows;
    }

    static UploadedRow row(UploadFormat format, String text) {
        List<UploadedRow> rows = rows(format, text);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    /** Anything but rows or a problem fails the test. */
    static Outcome outcome(UploadFormat format, InputStream body) {
        List<UploadedRow> rows = new ArrayList<>();
        try {
            format.read(body, rows::add);
            return new Outcome(rows, null, null);
        } catch (ProblemException e) {
            return new Outcome(rows, e.type(), e.detail());
        }
    }

    static String refusal(UploadFormat format, String text) {
        return refusal(format, stream(text));
    }

    /** Why an upload is malformed, checked to point at the line that it names. */
    static String refusal(UploadFormat format, InputStream body) {
        ProblemException problem = Refusals.refusal(() -> format.read(body, row -> {}));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).hasSize(1);
        FieldError error = problem.errors().getFirst();
        assertThat(error.code()).isEqualTo("invalid-request");
        assertThat(error.detail()).matches("(?s)Line " + error.pointer().substring("/lines/".length()) + "[:,].*");
        return error.detail();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
