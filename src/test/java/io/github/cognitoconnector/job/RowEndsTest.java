package io.github.cognitoconnector.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.github.cognitoconnector.testing.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That rows do not suffer for others that end beside them. What is written is {@link RowEndTest}'s affair. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RowEndsTest {

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
    private static final int STALE = 3;
    private static final int ROWS = 8;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Written rows = new Written();

    @Test
    void aGroupThatFailsIsWrittenRowByRow() throws GeneralSecurityException, InterruptedException {
        RowEnds ends = new RowEnds(rows, seal(), new Persistence(), new JobMetrics(metrics));
        List<Thread> workers = new ArrayList<>();
        workers.add(Thread.startVirtualThread(() -> write(ends, 0)));
        rows.begun.await();
        for (int i = 1; i < ROWS; i++) {
            int row = i;
            workers.add(Thread.startVirtualThread(() -> write(ends, row)));
        }
        await().until(() -> workers.stream().allMatch(worker -> worker.getState() == Thread.State.WAITING));
        rows.goOn.countDown();
        for (Thread worker : workers) {
            worker.join();
        }
        assertThat(rows.refused).hasValue(1);
        assertThat(rows.written).containsExactlyInAnyOrder(0, 1, 2, 4, 5, 6, 7);
        assertThat(metrics.get("connector.jobs.rows")
                        .tag("kind", "BULK")
                        .tag("outcome", RowOutcome.CREATED.text())
                        .counter()
                        .count())
                .isEqualTo(ROWS - 1);
        assertThat(metrics.get("connector.jobs.fenced").counter().count()).isOne();
    }

    private static void write(RowEnds ends, int row) {
        RowClaim claim = new RowClaim(JOB.id(), row, UUID.randomUUID(), "", "", "", 1, 0, null);
        ends.write(JOB, claim, RowResult.of(RowOutcome.CREATED));
    }

    private static RowSeal seal() throws GeneralSecurityException {
        Aead aead = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
        return new RowSeal(new JobSeal(aead), new ObjectMapper());
    }

    /** Writes nowhere; the first group waits, and groups of several fail. */
    private static final class Written extends RowRepository {

        private final AtomicInteger refused = new AtomicInteger();
        private final Queue<Integer> written = new ConcurrentLinkedQueue<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        Written() {
            super(Database.noSql(), Database.noScope(), new TallyRepository(Database.noSql()));
        }

        @Override
        List<Boolean> end(List<RowEnd> ends) {
            begun.countDown();
            pause();
            if (ends.size() > 1) {
                refused.incrementAndGet();
                throw new IllegalStateException("Of the test");
            }
            int row = ends.getFirst().claim().row();
            if (row != STALE) {
                written.add(row);
            }
            return List.of(row != STALE);
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
