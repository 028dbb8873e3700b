package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderUserIdentifierType;

/**
 * Cognito's operations on links to users of identity providers, one call each. All throw {@link ProblemException} as {@link
 * CognitoCalls} does.
 */
@ApplicationScoped
class CognitoIdentities {

    /** The provider of users who are the pool's own. */
    static final String OWN = "Cognito";

    private final CognitoCalls calls;

    CognitoIdentities(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * Lets the provider's user sign in as the user. Not repeatable: a repeat fails with {@code VALIDATION_FAILED}.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code ALIAS_EXISTS} if he is linked to another user, {@code
     *     UNSUPPORTED_STATE} if he is a user himself, {@code THROTTLED} for a sixth link, {@code UPSTREAM_FAILED} for an unknown
     *     provider, {@code VALIDATION_FAILED}
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminLinkProviderForUser.html">AdminLinkProviderForUser</a>
     */
    void link(App app, String username, ProviderUser destination, ProviderUser source) {
        calls.write(
                app,
                PlannedStep.of("AdminLinkProviderForUser").user(username),
                cognito -> cognito.adminLinkProviderForUser(r -> r.userPoolId(app.userPoolId())
                        .destinationUser(named(destination))
                        .sourceUser(named(source))));
    }

    /**
     * Takes a link away. What it would do to a user who exists through the provider alone, or to one of the pool's own, is
     * another thing.
     *
     * @throws ProblemException {@code USER_NOT_FOUND} if nobody is linked so, {@code UPSTREAM_FAILED} for an unknown provider
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html">AdminDisableProviderForUser</a>
     */
    void unlink(App app, String username, ProviderUser linked) {
        calls.write(
                app,
                PlannedStep.of("AdminDisableProviderForUser").user(username),
                cognito -> cognito.adminDisableProviderForUser(
                        r -> r.userPoolId(app.userPoolId()).user(named(linked))));
    }

    private static Consumer<ProviderUserIdentifierType.Builder> named(ProviderUser user) {
        return u -> u.providerName(user.provider())
                .providerAttributeName(user.attribute())
                .providerAttributeValue(user.value());
    }
}
