package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps rows as they come in, sealed, a batch at a time; of rows of one key the first one counts, where that matters. */
@ApplicationScoped
class RowIntake {

    /** Rows in a statement. */
    static final int BATCH = 500;

    private static final Logger LOG = Logger.getLogger(RowIntake.class);

    private final JobRepository jobs;
    private final RowRepository rows;
    private final JobSeal seal;
    private final RowSeal sealer;
    private final Event<NewWork> work;

    RowIntake(JobRepository jobs, RowRepository rows, JobSeal seal, RowSeal sealer, Event<NewWork> work) {
        this.jobs = jobs;
        this.rows = rows;
        this.seal = seal;
        this.sealer = sealer;
        this.work = work;
    }

    String salt(RunningJob job) {
        return seal.open(job.id(), "salt", job.salt());
    }

    /**
     * Keeps rows.
     *
     * @param preparation which claim of the preparation adds them; null for an upload
     * @param first number of the first of them
     */
    void keep(RunningJob job, String salt, @Nullable Integer preparation, int first, List<NewRow> batch) {
        boolean keysAreUnique = preparation == null && job.plan().kind() == JobKind.IMPORT;
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            hashes.add(hash(salt, batch.get(i).key(), first + i));
        }
        Map<String, Integer> known = keysAreUnique ? rows.firstRows(job, hashes) : new HashMap<>();
        List<SealedRow> sealed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            int number = first + i;
            Integer earlier = keysAreUnique ? known.putIfAbsent(hashes.get(i), number) : null;
            sealed.add(seal(job, number, hashes.get(i), batch.get(i), earlier));
        }
        rows.insert(job, preparation, sealed);
    }

    /** Which of the keys rows of the upload have. */
    List<String> named(RunningJob job, String salt, List<String> keys) {
        List<String> hashes = keys.stream().map(key -> JobSeal.hash(salt, key)).toList();
        Map<String, Integer> found = rows.firstRows(job, hashes);
        List<String> named = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (found.getOrDefault(hashes.get(i), Integer.MAX_VALUE) <= job.uploaded()) {
                named.add(keys.get(i));
            }
        }
        return named;
    }

    void complete(RunningJob job, int total) {
        jobs.queue(job, total);
        work.fire(new NewWork());
    }

    /** What is left of it the sweep removes, if this fails. */
    void abandon(RunningJob job) {
        try {
            jobs.remove(job);
        } catch (RuntimeException e) {
            LOG.warnf("An upload that was broken off is removed later: %s", e);
        }
    }

    private SealedRow seal(RunningJob job, int number, String hash, NewRow row, @Nullable Integer earlier) {
        ProblemException rejection = earlier == null ? row.rejection() : duplicate(earlier);
        return new SealedRow(
                number,
                row.work(),
                seal.seal(job.id(), JobSeal.place(number, "key"), row.key()),
                hash,
                rejection == null ? seal.seal(job.id(), JobSeal.place(number, "payload"), row.payload()) : null,
                rejection == null ? null : sealer.problem(job.id(), RowSeal.place(number), rejection));
    }

    private static ProblemException duplicate(int earlier) {
        return ProblemException.field(
                ProblemType.VALIDATION_FAILED, "/username", "Row " + earlier + " is about the same user.");
    }

    /** A row that names nobody is like no other. */
    private static String hash(String salt, String key, int number) {
        return JobSeal.hash(salt, key.isBlank() ? "\n" + number : key);
    }
}
