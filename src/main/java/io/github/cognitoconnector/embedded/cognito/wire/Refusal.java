package io.github.cognitoconnector.embedded.cognito.wire;

/** An error that AWS would answer; carries no stack trace since it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public static Refusal invalidParameter(String message) {
        return new Refusal("InvalidParameterException", message);
    }

    public static Refusal notAuthorized(String message) {
        return new Refusal("NotAuthorizedException", message);
    }

    public static Refusal notFound(String message) {
        return new Refusal("ResourceNotFoundException", message);
    }

    public static Refusal limitExceeded(String message) {
        return new Refusal("LimitExceededException", message);
    }

    public static Refusal serialization(String message) {
        return new Refusal("SerializationException", message);
    }

    public String code() {
        return code;
    }

    /** Never null, unlike the inherited one. */
    public String text() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
