package io.github.cognitoconnector.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param recent rows in a second, lately
 */
record JobFigures(int total, Map<RowOutcome, Integer> outcomes, double recent) {

    /** Before that, what was lately is not known yet. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    static JobFigures of(ResultSet row) throws SQLException {
        Map<RowOutcome, Integer> outcomes = new EnumMap<>(RowOutcome.class);
        for (RowOutcome outcome : RowOutcome.values()) {
            outcomes.put(outcome, row.getInt(outcome.text()));
        }
        return new JobFigures(row.getInt("total"), outcomes, row.getDouble("recent"));
    }

    int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Rows in a second, with one digit behind the point. */
    double rate(JobState state, @Nullable Instant started, @Nullable Instant ended, Instant now) {
        if (started == null || state == JobState.QUEUED || state == JobState.PAUSED) {
            return 0;
        }
        Duration ran = Duration.between(started, ended == null ? now : ended);
        double average = done() * 1000.0 / Math.max(1, ran.toMillis());
        return Math.round((ended != null || ran.compareTo(SHORT) < 0 ? average : recent) * 10) / 10.0;
    }

    @Nullable Instant estimatedEnd(JobState state, double rate, Instant now) {
        return state == JobState.RUNNING && rate > 0 ? now.plusSeconds(Math.round((total - done()) / rate)) : null;
    }
}
