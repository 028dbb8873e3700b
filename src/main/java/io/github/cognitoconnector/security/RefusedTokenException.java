package io.github.cognitoconnector.security;

/** A token that is not taken. The caller is never told why; operators see it in the metric {@code connector.tokens}. */
final class RefusedTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a token is not taken, in the order of the checks. */
    enum Reason {
        /** Not one bearer token in the one Authorization header, or too long. */
        NO_TOKEN,
        /** Not three canonical base64url parts with JSON objects of the right members. */
        MALFORMED,
        /** Another algorithm than RS256, or a header that asks for something else than a plain signature. */
        ALGORITHM,
        /** Not the issuer of the platform's pool or of a registered app's. */
        ISSUER,
        /** No access token. */
        USE,
        /** Expired, not valid yet or issued in the future. */
        TIME,
        /** The issuer has no such key. */
        KEY,
        /** Not signed by the issuer's key. */
        SIGNATURE,
        /** Neither the platform nor an app of the pool lists the client. */
        CLIENT,
        /** Issued before the person was disabled, signed out or deleted. */
        REVOKED
    }

    RefusedTokenException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** Thrown for whatever anybody sends, so it does without a stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
