package io.github.cognitoconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is committed with whom, and that nobody waits for ever. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GroupCommitTest {

    private static final int MOST = 5;
    private static final int THREADS = 8;
    private static final Duration NONE = Duration.ofMillis(1);
    private static final Duration LITTLE = Duration.ofMillis(500);

    private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final GroupCommit<Integer, String> commits = new GroupCommit<>("test", MOST, this::write);
    private volatile @Nullable Throwable failure;

    @Test
    void whoComesDuringACommitIsInTheNextOneAsLongAsThereIsRoom() throws InterruptedException, ExecutionException {
        assertThat(answers())
                .isEqualTo(IntStream.range(0, THREADS).mapToObj(String::valueOf).toList());
        assertThat(groups).extracting(List::size).containsExactly(1, MOST, THREADS - 1 - MOST);
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void everybodyInAGroupThatFailsIsToldSo() throws InterruptedException, ExecutionException {
        failure = new IllegalStateException("Of the test");
        assertThat(answers())
                .isEqualTo(List.of("0", "failed", "failed", "failed", "failed", "failed", "failed", "failed"));
    }

    @Test
    void nobodyWaitsForEverWhateverGoesWrong() throws InterruptedException, ExecutionException {
        failure = new OutOfMemoryError("Of the test");
        assertThat(answers()).contains("failed");
        failure = null;
        assertThat(commits.commit(1)).isEqualTo("1");
    }

    @Test
    void whoHasNoPatienceIsNotWritten() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> commits.commit(1));
            begun.await();
            assertThatThrownBy(() -> commits.commit(2, NONE)).isInstanceOf(TimeoutException.class);
            goOn.countDown();
            assertThat(first.get()).isEqualTo("1");
        }
        assertThat(commits.commit(3)).isEqualTo("3");
        assertThat(groups).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void whoIsInterruptedIsNotWritten() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> commits.commit(1));
            begun.await();
            Future<String> second = threads.submit(() -> commits.commit(2, Duration.ofMinutes(1)));
            await().until(() -> commits.waiting() == 1);
            second.cancel(true);
            await().until(() -> commits.waiting() == 0);
            goOn.countDown();
            first.get();
        }
        assertThat(groups).containsExactly(List.of(1));
    }

    /** Patience is about the line: what has begun is waited for, since it cannot be taken back. */
    @Test
    void whoIsBeingWrittenIsToldSoHoweverLongItTakes() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> only = threads.submit(() -> commits.commit(1, LITTLE));
            begun.await();
            assertThatThrownBy(() -> only.get(2 * LITTLE.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            goOn.countDown();
            assertThat(only.get()).isEqualTo("1");
        }
    }

    /** Of the first one, and of those who come while it is being written. */
    private List<String> answers() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            answers.add(threads.submit(() -> answer(0)));
            begun.await();
            for (int i = 1; i < THREADS; i++) {
                int one = i;
                answers.add(threads.submit(() -> answer(one)));
            }
            await().until(() -> commits.waiting() == THREADS - 1);
            goOn.countDown();
            List<String> found = new ArrayList<>();
            for (Future<String> answer : answers) {
                found.add(answer.get());
            }
            return found;
        }
    }

    private String answer(int one) {
        try {
            return commits.commit(one);
        } catch (GroupCommit.Failed e) {
            assertThat(e).hasCause(failure);
            return "failed";
        }
    }

    /** The first group waits until it may go on; groups of several fail if they are to. */
    private List<String> write(List<Integer> group) {
        begun.countDown();
        pause();
        switch (failure) {
            case RuntimeException e when group.size() > 1 -> throw e;
            case Error e when group.size() > 1 -> throw e;
            case null, default -> groups.add(group);
        }
        return group.stream().map(String::valueOf).toList();
    }

    private void pause() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
