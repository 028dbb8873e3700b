package io.github.cognitoconnector.job;

import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.job.JobViewRepository.Kept;
import io.github.cognitoconnector.job.JobViewRepository.Position;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at jobs, and stops them and lets them go on. One query, or one transaction. */
@ApplicationScoped
public class JobService {

    private final JobViewRepository views;
    private final JobCommandRepository commands;
    private final RowSeal sealer;
    private final Event<NewWork> work;

    JobService(JobViewRepository views, JobCommandRepository commands, RowSeal sealer, Event<NewWork> work) {
        this.views = views;
        this.commands = commands;
        this.sealer = sealer;
        this.work = work;
    }

    /** @throws ProblemException {@code JOB_NOT_FOUND} */
    public Job get(JobId job) {
        return views.find(job).map(this::job).orElseThrow(JobId::notFound);
    }

    /** Newest first. */
    Page<Job> list(String appId, int limit, @Nullable String position) {
        return page(views.ofApp(appId, position(position), limit + 1), limit);
    }

    /** Newest first, of all apps in the scope. */
    Page<Job> list(AppScope scope, int limit, @Nullable String position) {
        return page(views.inScope(scope, position(position), limit + 1), limit);
    }

    /**
     * Keeps rows from being begun; those under way end. Repeatable.
     *
     * @throws ProblemException {@code JOB_NOT_FOUND}, {@code UNSUPPORTED_STATE} if it is over
     */
    Job pause(JobId job) {
        return command(job, commands::pause, JobState.PAUSED, "It is over.");
    }

    /** @throws ProblemException {@code JOB_NOT_FOUND}, {@code UNSUPPORTED_STATE} if it is over */
    Job resume(JobId job) {
        Job resumed = command(job, commands::resume, null, "It is over. A job with rejected rows can be retried.");
        work.fire(new NewWork());
        return resumed;
    }

    /**
     * Ends it. Rows under way still get their outcomes. Repeatable.
     *
     * @throws ProblemException {@code JOB_NOT_FOUND}, {@code UNSUPPORTED_STATE} if it has ended otherwise
     */
    Job cancel(JobId job) {
        return command(job, commands::cancel, JobState.CANCELLED, "It has ended already.");
    }

    /**
     * Tries the rejected rows again.
     *
     * @throws ProblemException {@code JOB_NOT_FOUND}, {@code UNSUPPORTED_STATE} unless it has completed or failed
     */
    Job retry(JobId job) {
        Job retried = command(job, commands::retry, null, "Only a job that has completed or failed can be retried.");
        work.fire(new NewWork());
        return retried;
    }

    /** @param done the state in which there is nothing to do; null if there is none but those that are open */
    private Job command(JobId id, Predicate<JobId> command, @Nullable JobState done, String refusal) {
        Job before = get(id);
        if (command.test(id)
                || before.state() == done
                || (done == null && before.state().isOpen())) {
            return get(id);
        }
        throw ProblemException.of(ProblemType.UNSUPPORTED_STATE, refusal);
    }

    private static Position position(@Nullable String position) {
        if (position == null) {
            return Position.START;
        }
        String[] parts = position.split(" ", 2);
        return new Position(parts[0], parts[1]);
    }

    private Page<Job> page(List<Kept> found, int limit) {
        List<Job> jobs = found.stream().limit(limit).map(this::job).toList();
        if (found.size() <= limit) {
            return new Page<>(jobs, null);
        }
        Position last = Position.behind(found.get(limit - 1));
        return new Page<>(jobs, last.createdAt() + " " + last.id());
    }

    private Job job(Kept kept) {
        JobFigures figures = kept.figures();
        double rate = figures.rate(kept.state(), kept.startedAt(), kept.endedAt(), kept.now());
        return new Job(
                new JobId(kept.appId(), kept.id()).toString(),
                kept.appId(),
                kept.plan().kind(),
                kept.plan().mode(),
                kept.plan().dryRun(),
                kept.state(),
                figures.total(),
                figures.done(),
                figures.outcomes(),
                rate,
                figures.estimatedEnd(kept.state(), rate, kept.now()),
                kept.createdBy(),
                kept.createdAt(),
                kept.startedAt(),
                kept.endedAt(),
                kept.problem() == null ? null : sealer.openProblem(kept.id(), RowSeal.OF_JOB, kept.problem()));
    }
}
