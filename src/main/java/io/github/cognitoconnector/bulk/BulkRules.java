package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.FieldErrors;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which members an operation has; whether they are good for anything its row will tell. */
final class BulkRules {

    private BulkRules() {}

    /** @throws ProblemException {@code VALIDATION_FAILED} with all that is wrong */
    static void check(List<BulkOperation> operations) {
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < operations.size(); i++) {
            check(operations.get(i), "/operations/" + i, errors);
        }
        errors.check();
    }

    private static void check(BulkOperation operation, String pointer, FieldErrors errors) {
        BulkOperation.Op op = operation.op();
        boolean creates = op == BulkOperation.Op.CREATE_USER;
        if (!creates) {
            checkUser(operation.user(), pointer + "/user", errors);
        }
        boolean writes = creates || op == BulkOperation.Op.UPDATE_USER;
        require(op.isMembership(), op.isMembership(), operation.group(), pointer + "/group", errors);
        require(op == BulkOperation.Op.UPDATE_USER, writes, operation.attributes(), pointer + "/attributes", errors);
        require(false, creates, operation.groups(), pointer + "/groups", errors);
        require(false, creates, operation.temporaryPassword(), pointer + "/temporaryPassword", errors);
        require(false, creates, operation.messageAction(), pointer + "/messageAction", errors);
        require(false, creates, operation.deliveryMediums(), pointer + "/deliveryMediums", errors);
    }

    private static void checkUser(@Nullable String user, String pointer, FieldErrors errors) {
        if (user == null) {
            errors.add(ProblemType.VALIDATION_FAILED, pointer, "It is required.");
            return;
        }
        try {
            UserRef.parse(user);
        } catch (ProblemException e) {
            errors.add(ProblemType.VALIDATION_FAILED, pointer, e.detail());
        }
    }

    private static void require(
            boolean required, boolean possible, @Nullable Object value, String pointer, FieldErrors errors) {
        if (required && value == null) {
            errors.add(ProblemType.VALIDATION_FAILED, pointer, "It is required.");
        } else if (!possible && value != null) {
            errors.add(ProblemType.VALIDATION_FAILED, pointer, "This operation has no such member.");
        }
    }
}
