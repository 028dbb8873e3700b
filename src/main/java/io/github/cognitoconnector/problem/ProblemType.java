package io.github.cognitoconnector.problem;

import java.util.Locale;

/**
 * Every problem this service can answer with. The code of a problem is the constant's name in lower case with
 * hyphens; callers select on the code, so a constant is never renamed.
 */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not well-formed"),
    INVALID_CURSOR(400, "The cursor cannot be used here"),
    INVALID_FILTER(400, "The filter cannot be searched for"),
    INVALID_PATH(400, "The path is not well-formed"),
    UNAUTHENTICATED(401, "A valid access token is required"),
    FORBIDDEN(403, "The permission is missing"),
    NOT_FOUND(404, "There is nothing here"),
    APP_NOT_FOUND(404, "App does not exist"),
    USER_NOT_FOUND(404, "User does not exist"),
    GROUP_NOT_FOUND(404, "Group does not exist"),
    JOB_NOT_FOUND(404, "Job does not exist"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    APP_EXISTS(409, "App id is already in use"),
    USER_EXISTS(409, "Username is already in use"),
    ALIAS_EXISTS(409, "Email address or phone number is already in use"),
    GROUP_EXISTS(409, "Group name is already in use"),
    GROUP_NOT_EMPTY(409, "The group has members"),
    AMBIGUOUS_USER(409, "Several users match"),
    IDEMPOTENCY_IN_FLIGHT(409, "A request with this key is under way"),
    UNSUPPORTED_STATE(409, "The present state does not allow this"),
    STALE(412, "The resource has changed in the meantime"),
    CONTENT_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    VALIDATION_FAILED(422, "Some fields are not valid"),
    REGION_MISMATCH(422, "The region is not the one of the user pool"),
    INVALID_ATTRIBUTE(422, "An attribute is not valid"),
    INVALID_PASSWORD(422, "The password does not satisfy the policy of the user pool"),
    INVALID_GROUP(422, "A group does not exist"),
    EMAIL_DOMAIN_NOT_ALLOWED(422, "The domain of the email address is not allowed"),
    IDEMPOTENCY_MISMATCH(422, "The key belongs to another request"),
    PRECONDITION_REQUIRED(428, "If-Match is required"),
    THROTTLED(429, "Too many requests"),
    REQUEST_HEADER_FIELDS_TOO_LARGE(431, "The request headers are too large"),
    INTERNAL(500, "Internal error"),
    CREDENTIALS_REJECTED(502, "AWS refused the credentials of the app"),
    UPSTREAM_FAILED(502, "Cognito answered with an error"),
    PARTIAL_WRITE(502, "Only a part was written"),
    UPSTREAM_UNAVAILABLE(503, "Cognito cannot be reached"),
    DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "The keys of the token issuer cannot be fetched"),
    OVERLOADED(503, "The service has too much to do"),
    UPSTREAM_TIMEOUT(504, "Cognito did not answer in time");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The same sentence for every occurrence, in English. */
    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return "urn:cognito-connector:problem:" + code();
    }

    /** Whether the same request may succeed later without any change by the caller. */
    public boolean retryable() {
        return switch (this) {
            case IDEMPOTENCY_IN_FLIGHT,
                    THROTTLED,
                    UPSTREAM_UNAVAILABLE,
                    DATABASE_UNAVAILABLE,
                    IDENTITY_PROVIDER_UNAVAILABLE,
                    OVERLOADED,
                    UPSTREAM_TIMEOUT -> true;
            default -> false;
        };
    }

    static ProblemType ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The type for a bare HTTP status, as frameworks raise it: {@code INTERNAL} where there is none of its own. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> INVALID_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> CONTENT_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> INTERNAL;
        };
    }
}
