package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.job.JobKind;
import io.github.cognitoconnector.job.JobMode;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.JobWork;
import io.github.cognitoconnector.job.OnMissing;
import io.github.cognitoconnector.job.Preparation;
import io.github.cognitoconnector.job.RowOutcome;
import io.github.cognitoconnector.job.RowResult;
import io.github.cognitoconnector.job.RowTask;
import io.github.cognitoconnector.job.RunningJob;
import io.github.cognitoconnector.user.ImportedUser;
import io.github.cognitoconnector.user.UserImportService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The rows of imports: users as a file names them, and those whom the file of a sync does not name. */
@ApplicationScoped
class ImportWork implements JobWork {

    /** A user as the file names him. */
    static final String USER = "user";

    private final UserImportService users;
    private final MissingUsers missing;
    private final ObjectMapper json;

    ImportWork(UserImportService users, MissingUsers missing, ObjectMapper json) {
        this.users = users;
        this.missing = missing;
        this.json = json;
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permission.USERS_WRITE, Permission.JOBS_WRITE);
    }

    @Override
    public void prepare(App app, RunningJob job, Preparation rows) {
        missing.find(app, job.plan(), rows);
    }

    @Override
    public RowResult run(App app, JobPlan plan, RowTask row) {
        if (!row.work().equals(USER)) {
            return missing.takeAway(app, OnMissing.valueOf(row.work()), row.payload());
        }
        ImportPayload wanted = Payloads.read(json, row.payload(), ImportPayload.class);
        return result(
                plan.mode() == JobMode.CREATE
                        ? users.create(app, wanted.user(), wanted.enabled())
                        : users.upsert(app, wanted.user(), wanted.enabled()));
    }

    private static RowResult result(ImportedUser user) {
        return switch (user.change()) {
            case CREATED -> new RowResult(RowOutcome.CREATED, user.generatedPassword());
            case UPDATED -> RowResult.of(RowOutcome.UPDATED);
            case UNCHANGED -> RowResult.of(RowOutcome.UNCHANGED);
        };
    }
}
