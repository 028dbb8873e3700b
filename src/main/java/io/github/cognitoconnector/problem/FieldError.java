package io.github.cognitoconnector.problem;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body; for a query parameter {@code /name}
 * @param code code of a {@link ProblemType}
 * @param detail what is wrong and what would be right; never the value itself
 */
public record FieldError(String pointer, String code, String detail) {

    public static FieldError of(ProblemType type, String pointer, String detail) {
        return new FieldError(pointer, type.code(), detail);
    }
}
