package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.job.Intake;
import io.github.cognitoconnector.job.JobId;
import io.github.cognitoconnector.job.JobIntake;
import io.github.cognitoconnector.job.JobKind;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.NewRow;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes bulk requests in as jobs. */
@ApplicationScoped
public class BulkService {

    /** The work of every row; which operation it is its payload says. */
    private static final String OPERATION = "operation";

    private final JobIntake jobs;
    private final MembershipOperations memberships;
    private final ObjectMapper json;

    BulkService(JobIntake jobs, MembershipOperations memberships, ObjectMapper json) {
        this.jobs = jobs;
        this.memberships = memberships;
        this.json = json;
    }

    /**
     * No upstream call.
     *
     * @throws ProblemException {@code VALIDATION_FAILED}, {@code THROTTLED} if the app has too many jobs, {@code FORBIDDEN}
     *     for memberships without the permission for them
     */
    JobId start(App app, BulkRequest request, boolean dryRun) {
        BulkRules.check(request.operations());
        Optional<JobId> earlier = jobs.earlier(app);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (request.operations().stream().anyMatch(operation -> operation.op().isMembership())) {
            memberships.checkPermission(app);
        }
        try (Intake job = jobs.begin(app, new JobPlan(JobKind.BULK, null, null, null, dryRun))) {
            for (BulkOperation operation : request.operations()) {
                job.add(NewRow.of(OPERATION, operation.key(), Payloads.write(json, operation)));
            }
            return job.complete();
        }
    }
}
