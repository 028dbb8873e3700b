package io.github.cognitoconnector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is committed with whom, and that nobody waits for ever. What is written is {@link RowEndTest}'s affair. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RowCommitsTest {

    private static final RunningJob JOB = new RunningJob(
            UUID.randomUUID(),
            "demo",
            "pool",
            new JobPlan(JobKind.BULK, null, null, null, false),
            JobStage.ROWS,
            0,
            Instant.EPOCH,
            "",
            "");
    private static final int STALE = 5;
    private static final int WORKERS = 8;

    private final Written rows = new Written();
    private final RowCommits commits = new RowCommits(rows);

    @Test
    void whoComesDuringACommitIsInTheNextOne() throws InterruptedException, ExecutionException {
        assertThat(all()).as("all but the stale one").containsExactly(true, true, true, true, true, false, true, true);
        assertThat(rows.groups).containsExactly(1, WORKERS - 1);
    }

    @Test
    void aGroupThatFailsIsWrittenOneByOne() throws InterruptedException, ExecutionException {
        rows.failure = new IllegalStateException("Of the test");
        assertThat(all()).containsExactly(true, true, true, true, true, false, true, true);
        assertThat(rows.groups).containsOnly(1);
    }

    @Test
    void nobodyWaitsForEverWhateverGoesWrong() throws InterruptedException, ExecutionException {
        rows.failure = new OutOfMemoryError("Of the test");
        assertThat(all()).containsExactly(true, true, true, true, true, false, true, true);
        rows.failure = null;
        assertThat(commits.commit(end(1))).isTrue();
    }

    /** Of the first worker, and of those who come while his row is being written. */
    private List<Boolean> all() throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>();
            answers.add(workers.submit(() -> commits.commit(end(0))));
            rows.begun.await();
            for (int row = 1; row < WORKERS; row++) {
                RowEnd end = end(row);
                answers.add(workers.submit(() -> commits.commit(end)));
            }
            await().until(() -> commits.waiting() == WORKERS - 1);
            rows.goOn.countDown();
            List<Boolean> written = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                written.add(answer.get());
            }
            return written;
        }
    }

    private static RowEnd end(int row) {
        RowClaim claim = new RowClaim(JOB.id(), row, UUID.randomUUID(), "", "", "", 1, 0, null);
        return new RowEnd(JOB, claim, RowOutcome.CREATED, null, null, false);
    }

    /** Writes nowhere; the first group waits, and groups of several fail if they are to. */
    private static final class Written extends RowRepository {

        private final Queue<Integer> groups = new ConcurrentLinkedQueue<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile @Nullable Throwable failure;

        Written() {
            super(Database.noSql(), Database.noScope(), new TallyRepository(Database.noSql()));
        }

        @Override
        List<Boolean> end(List<RowEnd> ends) {
            begun.countDown();
            pause();
            switch (failure) {
                case RuntimeException e when ends.size() > 1 -> throw e;
                case Error e when ends.size() > 1 -> throw e;
                case null, default -> groups.add(ends.size());
            }
            return ends.stream().map(end -> end.claim().row() != STALE).toList();
        }

        private void pause() {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
