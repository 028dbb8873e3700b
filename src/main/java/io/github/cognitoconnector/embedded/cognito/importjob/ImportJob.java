package io.github.cognitoconnector.embedded.cognito.importjob;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot of one import job; every step makes a new one. */
record ImportJob(Order order, Phase phase, Tally tally) {

    /** AWS says 24 to 48 hours. */
    private static final Duration LIFE = Duration.ofHours(24);

    /** In the words of the service model. */
    enum Status {
        Created,
        Pending,
        InProgress,
        Stopping,
        Expired,
        Stopped,
        Failed,
        Succeeded;

        boolean isActive() {
            return this == Pending || this == InProgress || this == Stopping;
        }
    }

    /**
     * What was asked for.
     *
     * @param sequence the place in the order of creation
     */
    record Order(long sequence, String id, String name, String poolId, String roleArn, Slot slot) {

        Instant createdAt() {
            return slot.openedAt();
        }
    }

    /** Where the job stands. */
    record Phase(
            Status status,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable String message) {}

    /** What became of the rows so far. */
    record Tally(long imported, long skipped, long failed) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally plus(Outcome outcome) {
            return switch (outcome) {
                case IMPORTED -> new Tally(imported + 1, skipped, failed);
                case SKIPPED -> new Tally(imported, skipped + 1, failed);
                case FAILED -> new Tally(imported, skipped, failed + 1);
            };
        }
    }

    /** What became of one row. */
    enum Outcome {
        IMPORTED,
        SKIPPED,
        FAILED
    }

    static ImportJob of(Order order) {
        return new ImportJob(order, new Phase(Status.Created, null, null, null), Tally.NONE);
    }

    String id() {
        return order.id();
    }

    Status status() {
        return phase.status();
    }

    /** As the job is at this time: one that nobody started expires. */
    ImportJob at(Instant now) {
        Instant end = order.createdAt().plus(LIFE);
        return status() == Status.Created && !now.isBefore(end)
                ? ended(Status.Expired, "The user import job has expired.", end)
                : this;
    }

    ImportJob started(Instant now) {
        return with(new Phase(Status.Pending, now, null, null));
    }

    /** On its way; the times stay. */
    ImportJob moved(Status next) {
        return with(new Phase(next, phase.startedAt(), null, null));
    }

    ImportJob ended(Status end, String message, Instant now) {
        return with(new Phase(end, phase.startedAt(), now, message));
    }

    ImportJob counted(Outcome outcome) {
        return new ImportJob(order, phase, tally.plus(outcome));
    }

    private ImportJob with(Phase next) {
        return new ImportJob(order, next, tally);
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(phase.startedAt());
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(phase.completedAt());
    }

    Optional<String> message() {
        return Optional.ofNullable(phase.message());
    }
}
