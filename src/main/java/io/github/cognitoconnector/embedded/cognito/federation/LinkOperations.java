package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity.Source;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.PermanentPassword;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** AdminLinkProviderForUser and AdminDisableProviderForUser (contract row 27). */
public final class LinkOperations {

    /** The provider's name for users who are the pool's own. */
    private static final String OWN = "Cognito";

    private static final Shape IDENTITY = new Shape.Structure(List.of(
            optional("ProviderName", Shapes.text(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+")),
            optional("ProviderAttributeName", Shapes.ANY_TEXT),
            optional("ProviderAttributeValue", Shapes.SECRET_TEXT)));
    private static final Member POOL = required("UserPoolId", Shapes.ANY_TEXT);

    private final Accounts accounts;

    public LinkOperations(Accounts accounts) {
        this.accounts = accounts;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminLinkProviderForUser",
                        silent(this::link),
                        POOL,
                        required("DestinationUser", IDENTITY),
                        required("SourceUser", IDENTITY)),
                Operation.signed(
                        "AdminDisableProviderForUser", silent(this::disable), POOL, required("User", IDENTITY)));
    }

    private void link(Input input) {
        UserPool pool = accounts.pool(input);
        Source source = identity(input, "SourceUser");
        Source destination = identity(input, "DestinationUser");
        if (source.provider().equals(OWN)) {
            throw Refusal.invalidParameter("Invalid SourceUser: Cognito users with a username/password may not be"
                    + " passed in as a SourceUser, only as a DestinationUser");
        }
        String type = KnownProviders.type(pool, source.provider());
        if (source.attribute().isEmpty() || source.value().isEmpty()) {
            throw Refusal.invalidParameter(
                    "Invalid SourceUser: ProviderAttributeName and ProviderAttributeValue are" + " required.");
        }
        if (KnownProviders.isSocial(type) && !source.attribute().equals(LinkedIdentity.SUBJECT)) {
            throw Refusal.invalidParameter("Invalid SourceUser: ProviderAttributeName must be Cognito_Subject for a"
                    + " social identity provider.");
        }
        Links.Linked linked = new Links.Linked(source, type);
        pool.change(() -> {
            User user = find(pool, destination).orElseThrow(Accounts::missing);
            return accounts.change(pool, user.sub(), (same, before, now) -> Links.add(pool, before, linked, now));
        });
    }

    private static Source identity(Input input, String member) {
        JsonNode identity = input.members().path(member);
        String provider = identity.path("ProviderName").asText("");
        if (provider.isEmpty()) {
            throw Refusal.invalidParameter("Invalid " + member + ": ProviderName is required.");
        }
        return new Source(
                provider,
                identity.path("ProviderAttributeName").asText(""),
                identity.path("ProviderAttributeValue").asText(""));
    }

    /** The pool's own user by username, or the one who came into being through a provider by the subject there. */
    private static Optional<User> find(UserPool pool, Source user) {
        return user.provider().equals(OWN)
                ? pool.users()
                        .withUsername(user.value())
                        .filter(found -> found.status() != UserStatus.EXTERNAL_PROVIDER)
                : pool.users().withIdentity(Source.subject(user.provider(), user.value()));
    }

    /**
     * Takes a link away; takes the password from a user of the pool's own. AWS does not say what becomes of a user who
     * exists through the provider alone: here that user is disabled, so that the provider does not let in either.
     *
     * @throws Refusal {@code UserNotFoundException} if nobody is linked so
     */
    private void disable(Input input) {
        UserPool pool = accounts.pool(input);
        Source source = identity(input, "User");
        if (!source.provider().equals(OWN)) {
            KnownProviders.type(pool, source.provider());
        }
        if (source.attribute().isEmpty()) {
            throw Refusal.invalidParameter("Invalid User: ProviderAttributeName is required.");
        }
        pool.change(() -> {
            User user = disabled(pool, source).orElseThrow(Accounts::missing);
            return accounts.change(
                    pool,
                    user.sub(),
                    (same, before, now) -> source.provider().equals(OWN)
                            ? withoutPassword(same, before, now)
                            : Links.remove(before, source, now));
        });
    }

    /** The password goes, but not out of the history. */
    private static User withoutPassword(UserPool pool, User user, Instant now) {
        Standing without =
                new Standing(UserStatus.EXTERNAL_PROVIDER, user.standing().enabled(), null);
        return PermanentPassword.replaced(pool, user, without, now);
    }

    private static Optional<User> disabled(UserPool pool, Source source) {
        return source.provider().equals(OWN) ? find(pool, source) : pool.users().withIdentity(source);
    }
}
