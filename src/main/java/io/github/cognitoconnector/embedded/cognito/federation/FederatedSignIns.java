package io.github.cognitoconnector.embedded.cognito.federation;

import io.github.cognitoconnector.embedded.cognito.directory.Attributes;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity;
import io.github.cognitoconnector.embedded.cognito.directory.LinkedIdentity.Source;
import io.github.cognitoconnector.embedded.cognito.directory.Security;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.directory.UserStatus;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What a sign-in through an identity provider does to the directory, though no provider is here to ask. */
public final class FederatedSignIns {

    private static final int MAX_USERNAME = 128;

    private final Pools pools;
    private final InstantSource clock;

    public FederatedSignIns(Pools pools, InstantSource clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /**
     * Who came from which provider.
     *
     * @param attributes of the pool, as the provider's mapping fills them
     */
    public record Arrival(String poolId, String provider, String userId, Map<String, String> attributes) {

        public Arrival {
            attributes = Map.copyOf(attributes);
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "Arrival[" + poolId + ", " + provider + "]";
        }
    }

    /**
     * Finds the user of this identity, else the one it was linked to by an attribute, else makes one; takes over the
     * attributes.
     *
     * @throws Refusal {@code ResourceNotFoundException} for an unknown pool or provider; {@code
     *     InvalidParameterException} for attributes that the schema does not admit; {@code NotAuthorizedException} for a
     *     user who is disabled; {@code UsernameExistsException} where somebody else has the user's name; {@code
     *     AliasExistsException} where somebody else signs in with the address that the provider gives
     */
    public void signIn(Arrival arrival) {
        UserPool pool = pools.get(arrival.poolId());
        String type = KnownProviders.type(pool, arrival.provider());
        Map<String, String> attributes = new HashMap<>(arrival.attributes());
        attributes.values().removeIf(String::isBlank);
        pool.settings().schema().checkNew(attributes);
        Source subject = Source.subject(arrival.provider(), arrival.userId());
        pool.change(() -> known(pool, subject, attributes)
                .map(source -> returned(pool, source, subject, attributes))
                .orElseGet(() -> create(pool, new Links.Linked(subject, type), attributes)));
    }

    private static Optional<Source> known(UserPool pool, Source subject, Map<String, String> attributes) {
        Stream<Source> linked = attributes.entrySet().stream()
                .map(attribute -> new Source(subject.provider(), attribute.getKey(), attribute.getValue()));
        return Stream.concat(Stream.of(subject), linked)
                .filter(source -> pool.users().withIdentity(source).isPresent())
                .findFirst();
    }

    private User returned(UserPool pool, Source source, Source subject, Map<String, String> attributes) {
        User user = pool.users().withIdentity(source).orElseThrow();
        Accounts.checkEnabled(user);
        List<LinkedIdentity> identities = user.security().identities().stream()
                .map(identity -> identity.source().equals(source) ? identity.with(subject) : identity)
                .toList();
        Instant now = clock.instant();
        User known = user.with(user.attributes().with(AttributeChanges.unproven(user, attributes)), now)
                .with(user.security().withIdentities(identities), now);
        Accounts.checkUncontested(pool, user, known);
        pool.users().replace(user, known);
        return known;
    }

    private User create(UserPool pool, Links.Linked linked, Map<String, String> attributes) {
        String username = Links.username(linked.source());
        if (username.length() > MAX_USERNAME) {
            throw Refusal.invalidParameter("A username has at most " + MAX_USERNAME + " characters.");
        }
        if (pool.users().withUsername(username).isPresent()) {
            throw new Refusal("UsernameExistsException", "User already exists");
        }
        Instant now = clock.instant();
        LinkedIdentity identity = new LinkedIdentity(linked.source(), linked.type(), true, now);
        User user = new User(
                new User.Identity(
                        pool.users().nextSequence(), username, UUID.randomUUID().toString(), now),
                Attributes.of(attributes),
                new Standing(UserStatus.EXTERNAL_PROVIDER, true, null),
                Security.NONE.withIdentities(List.of(identity)),
                now);
        pool.users().add(user);
        pool.memberships().join(user, group(pool, linked.source().provider(), now));
        return user;
    }

    /** Every provider has a group of its own, which comes with its first user. */
    private static String group(UserPool pool, String provider, Instant now) {
        String name = pool.id() + "_" + provider;
        if (pool.groups().find(name).isEmpty()) {
            String description = "Autogenerated group for users who sign in using " + provider;
            pool.groups().put(new Group(name, new Group.Definition(description, null, null), now, now));
        }
        return name;
    }
}
