package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.GroupCommit;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The rows of one chain that this replica appends: together what comes together, so that a busy chain takes one connection, and
 * a transaction for many rows.
 */
final class ChainLane {

    /** How long a row waits for others of its chain; a queue longer than that is one gone wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration ONCE_MORE = Duration.ofSeconds(2);

    private static final String THREAD = "audit-append";
    private static final int MOST = 100;

    private final GroupCommit<Ending, Boolean> together;
    private final GroupCommit<Ending, Boolean> alone;

    /** @param append writes rows in a {@link io.quarkus.narayana.jta.QuarkusTransaction}, and tells which were */
    ChainLane(Function<List<Ending>, List<Boolean>> append) {
        this.together = new GroupCommit<>(THREAD, MOST, append);
        this.alone = new GroupCommit<>(THREAD, 1, append);
    }

    /**
     * Blocks. Rows of a group that fails are written one by one, since what is wrong with one is not the others' affair; not if it
     * was the commit that failed, when nobody can tell whether they are written.
     *
     * @return whether the row was written
     * @throws GroupCommit.Failed if it is not, or nobody knows
     * @throws TimeoutException if too many rows are before it; it is not written
     */
    boolean append(Ending ending) throws TimeoutException, InterruptedException {
        try {
            return together.commit(ending, PATIENCE);
        } catch (GroupCommit.Failed e) {
            if (e.getCause() instanceof QuarkusTransactionException) {
                throw e;
            }
            return alone.commit(ending, ONCE_MORE);
        }
    }
}
