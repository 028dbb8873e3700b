package io.github.cognitoconnector.job;

import io.github.cognitoconnector.job.ResultRepository.Ended;
import io.github.cognitoconnector.job.ResultRepository.Taken;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what has become of the rows of a job. Takes bounded memory, and holds no transaction between its steps. */
@ApplicationScoped
public class ResultService {

    private static final int BATCH = 500;

    private final ResultRepository results;
    private final JobViewRepository jobs;
    private final RowSeal seal;

    ResultService(ResultRepository results, JobViewRepository jobs, RowSeal seal) {
        this.results = results;
        this.jobs = jobs;
        this.seal = seal;
    }

    /** @throws ProblemException {@code JOB_NOT_FOUND} */
    void check(JobId job) {
        if (jobs.find(job).isEmpty()) {
            throw JobId.notFound();
        }
    }

    /**
     * Rows that have ended, in their order.
     *
     * @param outcome null for all
     */
    void each(JobId job, @Nullable RowOutcome outcome, Consumer<ResultRow> row) {
        int after = 0;
        List<Ended> batch;
        do {
            batch = results.after(job, outcome, after, BATCH);
            for (Ended ended : batch) {
                row.accept(row(job, ended));
                after = ended.row();
            }
        } while (batch.size() == BATCH);
    }

    /**
     * Passwords that were generated and that nobody has seen, each once: those that the consumer was given are gone. Where it
     * fails, its batch is kept for the next time.
     *
     * @param batch of rows, in no order among batches
     */
    void takePasswords(JobId job, Consumer<List<ResultRow>> batch) {
        List<Taken> taken = results.takePasswords(job, BATCH);
        while (!taken.isEmpty()) {
            try {
                batch.accept(taken.stream()
                        .sorted(Comparator.comparingInt(Taken::row))
                        .map(one -> row(job, one))
                        .toList());
            } catch (RuntimeException e) {
                results.putBack(job, taken);
                throw e;
            }
            taken = results.takePasswords(job, BATCH);
        }
    }

    private ResultRow row(JobId job, Ended ended) {
        return new ResultRow(
                ended.row(),
                seal.openKey(job.id(), ended.row(), ended.key()),
                ended.outcome(),
                ended.problem() == null
                        ? null
                        : seal.openProblem(job.id(), RowSeal.place(ended.row()), ended.problem()),
                null);
    }

    private ResultRow row(JobId job, Taken taken) {
        return new ResultRow(
                taken.row(),
                seal.openKey(job.id(), taken.row(), taken.key()),
                RowOutcome.CREATED,
                null,
                seal.openPassword(job.id(), taken.row(), taken.password()));
    }
}
