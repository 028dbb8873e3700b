package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;

/** What Cognito's refusals mean where they are about links. */
final class IdentityProblems {

    private static final String TOO_MANY =
            "Cognito links at most five users of identity providers to a user. Take one away first.";

    private IdentityProblems() {}

    static ProblemException tooMany() {
        return ProblemException.of(ProblemType.UNSUPPORTED_STATE, TOO_MANY);
    }

    static ProblemException primary() {
        return ProblemException.of(
                ProblemType.UNSUPPORTED_STATE,
                "The user exists through this provider. To keep him out, disable or delete the user.");
    }

    static ProblemException ofLink(ProblemException e, ProviderUser source) {
        return switch (e.type()) {
            case ALIAS_EXISTS ->
                e.as(
                        ProblemType.UNSUPPORTED_STATE,
                        "The provider's user is linked to another user. Take that link away first.");
            case VALIDATION_FAILED ->
                source.attribute().equals(ProviderUser.SUBJECT)
                        ? e.at(ProblemType.VALIDATION_FAILED, "/userId", "Cognito cannot link such a user.")
                        : e.at(
                                ProblemType.VALIDATION_FAILED,
                                "/attributeName",
                                "Cognito cannot link by it. Users of social providers are named by Cognito_Subject alone.");
            case THROTTLED ->
                e.isUpstream("LimitExceededException") ? e.as(ProblemType.UNSUPPORTED_STATE, TOO_MANY) : e;
            default -> ofProvider(e);
        };
    }

    static ProblemException ofUnlink(ProblemException e) {
        return switch (e.type()) {
            case USER_NOT_FOUND ->
                e.as(
                        ProblemType.UNSUPPORTED_STATE,
                        "The link was made by another attribute, and its user has not signed in since. Name that attribute"
                                + " as attributeName.");
            case VALIDATION_FAILED ->
                e.at(ProblemType.VALIDATION_FAILED, "/attributeName", "Cognito knows no link by such an attribute.");
            default -> ofProvider(e);
        };
    }

    /** The user has been read in the pool just now, so that it is not the pool that is missing. */
    private static ProblemException ofProvider(ProblemException e) {
        return e.type() == ProblemType.UPSTREAM_FAILED && e.isUpstream("ResourceNotFoundException")
                ? e.as(ProblemType.NOT_FOUND, "The user pool has no identity provider of this name.")
                : e;
    }
}
