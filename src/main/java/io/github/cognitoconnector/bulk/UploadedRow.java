package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One user of an upload.
 *
 * @param row counted from 1; neither the header nor blank lines count
 * @param key what the user is called in results: the username, else the email address, else the phone number
 * @param enabled null where the upload does not say
 * @param errors faults of this row alone: it is to be rejected, the others are not
 */
record UploadedRow(
        int row,
        @Nullable String key,
        CreateUserRequest user,
        @Nullable Boolean enabled,
        List<FieldError> errors) {

    UploadedRow {
        errors = List.copyOf(errors);
    }

    static UploadedRow of(int row, CreateUserRequest user, @Nullable Boolean enabled, List<FieldError> errors) {
        return new UploadedRow(row, key(user), user, enabled, errors);
    }

    private static @Nullable String key(CreateUserRequest user) {
        Map<String, String> attributes = user.attributes() == null ? Map.of() : user.attributes();
        return Stream.of(user.username(), attributes.get("email"), attributes.get("phone_number"))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "UploadedRow[row=" + row + ", errors=" + errors.size() + "]";
    }
}
