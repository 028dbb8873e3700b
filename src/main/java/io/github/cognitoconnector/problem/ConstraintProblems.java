package io.github.cognitoconnector.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bean Validation's violations as field errors with JSON pointers. */
final class ConstraintProblems {

    private ConstraintProblems() {}

    static ProblemException of(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(ConstraintProblems::error)
                .distinct()
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        return ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return FieldError.of(
                ProblemType.VALIDATION_FAILED, pointer(violation.getPropertyPath()), sentence(violation.getMessage()));
    }

    /** {@code create.request.attributes[email].<map value>} becomes {@code /attributes/email}. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        boolean ofMethod = false;
        for (Path.Node node : path) {
            ElementKind kind = node.getKind();
            ofMethod |= kind == ElementKind.METHOD;
            if (kind == ElementKind.METHOD || (kind == ElementKind.PARAMETER && !isQuery(path))) {
                continue;
            }
            append(pointer, node.getIndex());
            append(pointer, node.getKey());
            if (kind == ElementKind.PROPERTY || kind == ElementKind.PARAMETER) {
                append(pointer, node.getName());
            }
        }
        return pointer.toString();
    }

    /** A violation of a method's own parameter, such as a query parameter's range, has no node below the parameter. */
    private static boolean isQuery(Path path) {
        Path.Node last = null;
        for (Path.Node node : path) {
            last = node;
        }
        return last != null && last.getKind() == ElementKind.PARAMETER && !"request".equals(last.getName());
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
