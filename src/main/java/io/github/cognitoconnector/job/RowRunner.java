package io.github.cognitoconnector.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppDirectory;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Does the work of jobs as the callers who have started them. */
@ApplicationScoped
class RowRunner {

    private final Map<JobKind, JobWork> works = new EnumMap<>(JobKind.class);
    private final AppDirectory apps;
    private final WorkScope scope;
    private final JobSeal seal;
    private final ObjectMapper json;

    RowRunner(@All List<JobWork> works, AppDirectory apps, WorkScope scope, JobSeal seal, ObjectMapper json) {
        works.forEach(work -> this.works.put(work.kind(), work));
        this.apps = apps;
        this.scope = scope;
        this.seal = seal;
        this.json = json;
    }

    /** Nothing more of the job is to be done. */
    static final class JobLost extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient ProblemException problem;

        JobLost(ProblemException problem) {
            super(problem);
            this.problem = problem;
        }

        ProblemException problem() {
            return problem;
        }
    }

    /**
     * Does the work of a row.
     *
     * @throws RowFailure why it could not be done
     * @throws ReplicaLease.Lost if the row is not this replica's any more
     * @throws JobLost if the job cannot go on
     */
    RowResult run(RunningJob job, RowClaim claim) {
        RowTask task = new RowTask(
                claim.row(),
                claim.work(),
                open(job, claim.row(), "key", claim.key()),
                open(job, claim.row(), "payload", claim.payload()));
        return as(job, claim.replica(), app -> {
            if (claim.firstAt() != null) {
                scope.repeats(claim.firstAt());
            }
            RowResult result = scope.noting(() -> work(job).run(app, job.plan(), task));
            return job.plan().dryRun() ? RowResult.of(result.outcome()) : result;
        });
    }

    /** Adds rows to a job; fails as {@link #run} does. */
    void prepare(RunningJob job, UUID replica, Preparation rows) {
        as(job, replica, app -> {
            work(job).prepare(app, job, rows);
            return true;
        });
    }

    /** Something that is done in an app. */
    private interface Deed<T> {
        T on(App app);
    }

    private <T> T as(RunningJob job, UUID replica, Deed<T> deed) {
        Caller caller = StoredCaller.read(json, seal.open(job.id(), "caller", job.caller()));
        App app = apps.find(new AppScope.Everything(), job.appId()).orElseThrow(() -> lost("The app is gone."));
        if (!app.userPoolId().equals(job.userPoolId())) {
            throw lost("The app has another user pool now.");
        }
        Supplier<T> work = () -> {
            if (!scope.begin(caller, app, work(job).permissions(), job)) {
                throw lost("Whoever has started the job may not do this any more.");
            }
            return deed.on(app);
        };
        return scope.run(replica, work);
    }

    private JobWork work(RunningJob job) {
        JobWork work = works.get(job.plan().kind());
        if (work == null) {
            throw new IllegalStateException(
                    "Nobody does the work of " + job.plan().kind());
        }
        return work;
    }

    private String open(RunningJob job, int row, String field, String sealed) {
        return seal.open(job.id(), JobSeal.place(row, field), sealed);
    }

    private static JobLost lost(String why) {
        return new JobLost(ProblemException.of(ProblemType.FORBIDDEN, why));
    }
}
