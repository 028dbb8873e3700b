package io.github.cognitoconnector.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bean Validation's violations as field errors with JSON pointers. */
public final class ConstraintProblems {

    private ConstraintProblems() {}

    static ProblemException of(ConstraintViolationException e) {
        List<FieldError> errors = errors(e.getConstraintViolations());
        return errors.stream().anyMatch(error -> error.pointer().isEmpty())
                ? ProblemException.of(ProblemType.INVALID_REQUEST, "The body is missing.", e)
                : ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
    }

    /** In the order of their pointers. */
    public static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(ConstraintProblems::error)
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return FieldError.of(
                ProblemType.VALIDATION_FAILED, pointer(violation.getPropertyPath()), sentence(violation.getMessage()));
    }

    /** {@code create.request.attributes[email].<map value>} becomes {@code /attributes/email}. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            append(pointer, node.getIndex());
            append(pointer, node.getKey());
            if (node.getKind() == ElementKind.PROPERTY) {
                append(pointer, node.getName());
            }
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, @Nullable Object token) {
        if (token != null) {
            pointer.append('/').append(token.toString().replace("~", "~0").replace("/", "~1"));
        }
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }
}
