package io.github.cognitoconnector.embedded.cognito.federation;

import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity.Source;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What linking does to a user; whoever calls holds the pool's lock. */
final class Links {

    private static final int MAX_IDENTITIES = 5;

    private Links() {}

    /** A provider's user and the type of that provider. */
    record Linked(Source source, String type) {}

    /**
     * The user with one identity more.
     *
     * @throws Refusal {@code InvalidParameterException} for an identity that is this user's already or has signed up as
     *     a user; {@code AliasExistsException} for another user's; {@code LimitExceededException} for a sixth
     */
    static User add(UserPool pool, User user, Linked linked, Instant now) {
        Source source = linked.source();
        pool.users().withIdentity(source).ifPresent(holder -> refuse(user, holder, source));
        if (pool.users().withUsername(username(source)).isPresent()) {
            throw signedUp();
        }
        List<LinkedIdentity> all = new ArrayList<>(user.security().identities());
        if (all.size() >= MAX_IDENTITIES) {
            throw Refusal.limitExceeded("A user has at most " + MAX_IDENTITIES + " linked identities.");
        }
        all.add(new LinkedIdentity(source, linked.type(), false, now));
        return user.with(user.security().withIdentities(all), now);
    }

    private static void refuse(User user, User holder, Source source) {
        if (holder.sub().equals(user.sub())) {
            throw Refusal.invalidParameter("SourceUser is already linked to DestinationUser");
        }
        boolean primary = holder.security().identities().stream()
                .anyMatch(identity -> identity.primary() && identity.source().equals(source));
        throw primary
                ? signedUp()
                : new Refusal("AliasExistsException", "SourceUser is already linked to another user.");
    }

    private static Refusal signedUp() {
        return Refusal.invalidParameter("Merging is not currently supported, provide a SourceUser that has not been"
                + " signed up in order to link");
    }

    /** The user without the link, or disabled if it is what the user exists through. */
    static User remove(User user, Source source, Instant now) {
        List<LinkedIdentity> rest = new ArrayList<>(user.security().identities());
        boolean linked = rest.removeIf(
                identity -> !identity.primary() && identity.source().equals(source));
        return linked
                ? user.with(user.security().withIdentities(rest), now)
                : user.with(user.standing().enabled(false), now);
    }

    /** What a user who comes into being through a provider is called. */
    static String username(Source subject) {
        return subject.provider() + "_" + subject.value();
    }
}
