package io.github.cognitoconnector.embedded.cognito.iam;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the control door has made known; everybody else may assume any role and sign with any key.
 *
 * @param refusesUnknownKeys whether a key that is not known is nobody's
 */
public record Registration(
        List<UserKey> keys, List<Role> roles, List<TrustAnchor> trustAnchors, boolean refusesUnknownKeys) {

    public static final Registration NONE = new Registration(List.of(), List.of(), List.of(), false);

    /** A user's access key. Account and ARN have defaults. */
    public record UserKey(String id, String secret, Optional<String> account, Optional<String> arn, Rights rights) {

        AccessKey accessKey() {
            String owner = account.orElse(Principal.NO_ACCOUNT);
            Principal principal = new Principal(owner, arn.orElseGet(() -> Principal.userArn(owner, id)), id);
            return AccessKey.permanent(id, secret, principal, rights.deniedActions(), rights.revoked());
        }

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return "UserKey[" + arn + "]";
        }
    }

    /**
     * What a key or the sessions of a role may not.
     *
     * @param revoked for a key: it is nobody's any more; for a role: its sessions up to now may nothing any more
     */
    public record Rights(Set<String> deniedActions, boolean revoked) {}

    /**
     * A role and whom it trusts.
     *
     * @param externalId which has to be given; empty if none is asked for
     * @param denied whether nobody may assume it
     */
    public record Role(RoleArn arn, Optional<String> externalId, Duration maxSession, boolean denied, Rights rights) {}

    /** A certificate authority that IAM Roles Anywhere trusts. */
    public record TrustAnchor(String arn, X509Certificate certificate) {}
}
