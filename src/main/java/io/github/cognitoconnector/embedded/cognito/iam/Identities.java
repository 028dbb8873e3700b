package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.iam.Registration.Role;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.TrustAnchor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The access keys, roles and trust anchors there are. Registrations come and go at the control door; sessions stay
 * until 10,000 newer ones have been issued.
 */
public final class Identities {

    private volatile Known known = Known.of(Registration.NONE, 0);
    private final Map<String, AccessKey> sessions = new Newest();
    private long issued;

    /** @param revokedUpTo the number of the last session that a revocation of its role struck */
    private record Known(
            Map<String, AccessKey> keys,
            Map<String, Role> roles,
            Map<String, TrustAnchor> anchors,
            boolean refusesUnknownKeys,
            long revokedUpTo) {

        static Known of(Registration registration, long revokedUpTo) {
            return new Known(
                    registration.keys().stream()
                            .map(Registration.UserKey::accessKey)
                            .collect(by(AccessKey::id)),
                    registration.roles().stream().collect(by(role -> role.arn().text())),
                    registration.trustAnchors().stream().collect(by(TrustAnchor::arn)),
                    registration.refusesUnknownKeys(),
                    revokedUpTo);
        }

        private static <T> Collector<T, ?, Map<String, T>> by(Function<T, String> name) {
            return Collectors.toUnmodifiableMap(name, Function.identity(), (first, last) -> last);
        }
    }

    /** Takes the place of what was registered before; what a role says of its sessions is true at once. */
    public synchronized void replace(Registration registration) {
        known = Known.of(registration, issued);
    }

    Optional<AccessKey> key(String id) {
        AccessKey registered = known.keys().get(id);
        return registered == null ? session(id) : Optional.of(registered);
    }

    private synchronized Optional<AccessKey> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    boolean refusesUnknownKeys() {
        return known.refusesUnknownKeys();
    }

    /** What is registered of a role; nothing is for one that everybody may assume. */
    public Optional<Role> role(RoleArn arn) {
        return Optional.ofNullable(known.roles().get(arn.text()));
    }

    public Optional<TrustAnchor> trustAnchor(String arn) {
        return Optional.ofNullable(known.anchors().get(arn));
    }

    /** Keeps a new session, made for the number that it gets. */
    synchronized AccessKey add(Function<Long, AccessKey> maker) {
        AccessKey key = maker.apply(++issued);
        sessions.put(key.id(), key);
        return key;
    }

    /** Why the owner of the key may not do this, in AWS's words; empty if he may. */
    Optional<String> denial(AccessKey key, String action, String resource) {
        Optional<Role> role = key.session().map(AccessKey.Session::role).flatMap(this::role);
        boolean revoked = role.filter(each -> each.rights().revoked()).isPresent()
                && key.session()
                        .filter(each -> each.number() <= known.revokedUpTo())
                        .isPresent();
        if (revoked) {
            return Optional.of("with an explicit deny in an identity-based policy");
        }
        if (key.denied().contains(action)
                || role.filter(each -> each.rights().deniedActions().contains(action))
                        .isPresent()) {
            return Optional.of("because no identity-based policy allows the " + action + " action");
        }
        return key.session()
                .flatMap(AccessKey.Session::policy)
                .filter(policy -> !policy.allows(action, resource))
                .map(policy -> "because no session policy allows the " + action + " action");
    }

    /** Forgets the oldest session, which has most likely ended. */
    private static final class Newest extends LinkedHashMap<String, AccessKey> {

        private static final long serialVersionUID = 1L;
        private static final int CAPACITY = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AccessKey> eldest) {
            return size() > CAPACITY;
        }
    }
}
