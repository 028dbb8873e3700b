package io.github.cognitoconnector.embedded.cognito.importjob;

import io.github.cognitoconnector.embedded.cognito.http.Body;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Outcome;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Status;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJob.Tally;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** One job at work: row by row, holding the pool's lock for each of them and not between. */
public final class ImportRun {

    static final int MAX_USERS = 500_000;

    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    private final ImportJobs jobs;
    private final Newcomers newcomers;
    private final BooleanSupplier rowFails;

    /**
     * Works for all jobs.
     *
     * @param rowFails asked before every row, may take its time
     */
    public ImportRun(ImportJobs jobs, Newcomers newcomers, BooleanSupplier rowFails) {
        this.jobs = jobs;
        this.newcomers = newcomers;
        this.rowFails = rowFails;
    }

    /** How a job ends. */
    private record Ending(Status status, String message) {

        static Ending failed(String message) {
            return new Ending(Status.Failed, message);
        }
    }

    void perform(UserPool pool, ImportJob job, Body file) {
        Ending ending = ending(pool, job, new CsvFile(file));
        // in one change, so that whoever sees the end may change the pool
        pool.change(() -> {
            pool.importing(false);
            jobs.end(job, ending.status(), ending.message());
            return pool;
        });
    }

    private Ending ending(UserPool pool, ImportJob job, CsvFile file) {
        try {
            if (file.rows() > MAX_USERS) {
                return Ending.failed("The CSV file has more than " + MAX_USERS + " users.");
            }
            try (BufferedReader lines = file.open()) {
                List<String> columns =
                        CsvFile.split(Optional.ofNullable(lines.readLine()).orElse(""));
                return isHeader(pool, columns)
                        ? rows(pool, job, columns, lines)
                        : Ending.failed("The header in the CSV file does not match the expected headers.");
            }
        } catch (IOException e) {
            LOG.debug("A CSV file that is not in UTF-8", e);
            return Ending.failed("The CSV file could not be parsed.");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import job %s failed", job.id());
            return Ending.failed("The user import job failed due to an internal error.");
        }
    }

    /** All columns that GetCSVHeader names and no others; AWS says that their order does not matter. */
    private static boolean isHeader(UserPool pool, List<String> columns) {
        List<String> wanted = pool.settings().schema().columns();
        return columns.size() == wanted.size() && new HashSet<>(columns).equals(new HashSet<>(wanted));
    }

    private Ending rows(UserPool pool, ImportJob job, List<String> columns, BufferedReader lines) throws IOException {
        jobs.change(job, begun -> begun.status() == Status.Pending ? begun.moved(Status.InProgress) : begun);
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (jobs.latest(job).status() == Status.Stopping) {
                return new Ending(Status.Stopped, "The Import Job was stopped by the developer.");
            }
            if (!line.isBlank()) {
                Outcome outcome = rowFails.getAsBoolean() ? Outcome.FAILED : newcomers.add(pool, columns, line, number);
                jobs.change(job, counting -> counting.counted(outcome));
            }
        }
        return judged(jobs.latest(job).tally());
    }

    /** AWS publishes the words, but not how many are too many; here, more than were imported. */
    private static Ending judged(Tally tally) {
        return tally.failed() + tally.skipped() > tally.imported()
                ? Ending.failed("Too many users have failed or been skipped during the import.")
                : new Ending(Status.Succeeded, "Import Job Completed Successfully.");
    }
}
