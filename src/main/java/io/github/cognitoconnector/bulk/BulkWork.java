package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.job.JobKind;
import io.github.cognitoconnector.job.JobPlan;
import io.github.cognitoconnector.job.JobWork;
import io.github.cognitoconnector.job.RowOutcome;
import io.github.cognitoconnector.job.RowResult;
import io.github.cognitoconnector.job.RowTask;
import io.github.cognitoconnector.user.ImportedUser;
import io.github.cognitoconnector.user.UpdateUserRequest;
import io.github.cognitoconnector.user.UserImportService;
import io.github.cognitoconnector.user.UserRef;
import io.github.cognitoconnector.user.UserUpdateService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;

/** The rows of bulk requests: one operation each. */
@ApplicationScoped
class BulkWork implements JobWork {

    private final UserImportService imports;
    private final UserUpdateService updates;
    private final UserOperations users;
    private final MembershipOperations memberships;
    private final ObjectMapper json;

    BulkWork(
            UserImportService imports,
            UserUpdateService updates,
            UserOperations users,
            MembershipOperations memberships,
            ObjectMapper json) {
        this.imports = imports;
        this.updates = updates;
        this.users = users;
        this.memberships = memberships;
        this.json = json;
    }

    @Override
    public JobKind kind() {
        return JobKind.BULK;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Permission.USERS_WRITE, Permission.JOBS_WRITE);
    }

    @Override
    public RowResult run(App app, JobPlan plan, RowTask row) {
        BulkOperation operation = Payloads.read(json, row.payload(), BulkOperation.class);
        return switch (operation.op()) {
            case CREATE_USER -> created(imports.create(app, operation.toCreate(), null));
            case UPDATE_USER -> users.updated(updates.change(app, user(operation), update(operation)));
            case DELETE_USER -> users.delete(app, user(operation));
            case ENABLE_USER -> users.enable(app, user(operation));
            case DISABLE_USER -> users.disable(app, user(operation));
            case SIGN_OUT_USER -> users.signOut(app, user(operation));
            case ADD_USER_TO_GROUP -> memberships.add(app, user(operation), group(operation));
            case REMOVE_USER_FROM_GROUP -> memberships.remove(app, user(operation), group(operation));
        };
    }

    private static UserRef user(BulkOperation operation) {
        return UserRef.parse(Objects.requireNonNull(operation.user()));
    }

    private static String group(BulkOperation operation) {
        return Objects.requireNonNull(operation.group());
    }

    private static UpdateUserRequest update(BulkOperation operation) {
        return new UpdateUserRequest(Objects.requireNonNull(operation.attributes()));
    }

    private static RowResult created(ImportedUser user) {
        return new RowResult(
                user.change() == ImportedUser.Change.CREATED ? RowOutcome.CREATED : RowOutcome.UNCHANGED,
                user.generatedPassword());
    }
}
