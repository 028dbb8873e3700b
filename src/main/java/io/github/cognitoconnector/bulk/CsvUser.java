package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.CreateUserRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a user of the cells of one record. What no other column takes is an attribute, whatever its name. */
final class CsvUser {

    /** Which Cognito's own imports take in any case. */
    private static final List<String> VERIFIED = List.of("email_verified", "phone_number_verified");

    private final Map<String, String> values;
    private final List<FieldError> errors = new ArrayList<>();

    private CsvUser(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /** @param values the cells that are not empty, by our names of their columns */
    static UploadedRow of(int row, Map<String, String> values) {
        return new CsvUser(values).read(row);
    }

    private UploadedRow read(int row) {
        String username = values.remove(Column.USERNAME);
        String password = values.remove(Column.TEMPORARY_PASSWORD);
        List<String> groups = groups(values.remove(Column.GROUPS));
        Boolean enabled = enabled(values.remove(Column.ENABLED));
        checkNoMfa(values.remove(Column.MFA_ENABLED));
        VERIFIED.forEach(name -> values.computeIfPresent(
                name, (same, value) -> flag(value).map(String::valueOf).orElse(value)));
        Map<String, String> attributes = values.isEmpty() ? null : values;
        return UploadedRow.of(
                row, new CreateUserRequest(username, attributes, groups, password, null, null), enabled, errors);
    }

    private static @Nullable List<String> groups(@Nullable String cell) {
        return cell == null || cell.isBlank() ? null : List.of(cell.strip().split("\\s+"));
    }

    private @Nullable Boolean enabled(@Nullable String cell) {
        if (cell != null && flag(cell).isEmpty()) {
            errors.add(FieldError.of(ProblemType.VALIDATION_FAILED, "/enabled", "This is true, false or empty."));
        }
        return cell == null ? null : flag(cell).orElse(null);
    }

    private void checkNoMfa(@Nullable String cell) {
        if (cell != null && !flag(cell).equals(Optional.of(false))) {
            errors.add(FieldError.of(
                    ProblemType.INVALID_ATTRIBUTE,
                    "/" + Column.MFA_ENABLED,
                    "An import sets up no second factor. Leave this empty or false, and PUT …/mfa afterwards."));
        }
    }

    private static Optional<Boolean> flag(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
