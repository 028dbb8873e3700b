package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.job.Intake;
import io.github.cognitoconnector.job.JobId;
import io.github.cognitoconnector.job.JobIntake;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.NewRow;
import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Takes uploads of users in as jobs, while they arrive; takes memory for some hundred rows, however many there are. */
@ApplicationScoped
public class ImportService {

    private final JobIntake jobs;
    private final ObjectMapper json;

    ImportService(JobIntake jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * Reads the upload to its end. No upstream call.
     *
     * @param mediaType of the upload
     * @param columns what its columns are called, for CSV
     * @throws ProblemException {@code INVALID_REQUEST} for an upload that is malformed or breaks off, with its line;
     *     {@code CONTENT_TOO_LARGE}, {@code UNSUPPORTED_MEDIA_TYPE}, {@code THROTTLED} if the app has too many jobs. There is
     *     no job then
     */
    JobId start(App app, JobPlan plan, String mediaType, ColumnMapping columns, InputStream upload) {
        UploadFormat format = format(mediaType, columns);
        Optional<JobId> earlier = jobs.earlier(app);
        if (earlier.isPresent()) {
            readToEnd(upload);
            return earlier.get();
        }
        try (Intake job = jobs.begin(app, plan)) {
            format.read(upload, row -> job.add(row(row)));
            return job.complete();
        }
    }

    /** By all of what was uploaded the next repeat is known. */
    private static void readToEnd(InputStream upload) {
        try {
            upload.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadFormat format(String mediaType, ColumnMapping columns) {
        return switch (mediaType) {
            case ImportResource.CSV -> new CsvUpload(columns);
            case ImportResource.NDJSON -> new NdjsonUpload(json);
            default ->
                throw ProblemException.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Users are uploaded as " + ImportResource.CSV + " or " + ImportResource.NDJSON + ".");
        };
    }

    private NewRow row(UploadedRow row) {
        FieldErrors errors = new FieldErrors();
        errors.addAll(row.errors());
        String key = row.key() == null ? "" : row.key();
        ProblemException rejection = errors.problem().orElse(null);
        return rejection == null
                ? NewRow.of(ImportWork.USER, key, Payloads.write(json, new ImportPayload(row.user(), row.enabled())))
                : new NewRow(ImportWork.USER, key, "", rejection);
    }
}
