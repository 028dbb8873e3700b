package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Credential;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.srp.Srp;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Who somebody claims to be in the Secure Remote Password protocol.
 *
 * @param userId what the client hashes with the password
 * @param sub of the user; empty if there is none or the user has no password
 */
record Claimant(String userId, String sub, BigInteger salt, BigInteger x) {

    private static final byte[] DECOY_KEY = decoyKey();
    private static final int SALT_BYTES = 16;

    static Claimant of(UserPool pool, User user) {
        Credential credential = user.standing().credential();
        if (credential == null) {
            Claimant decoy = decoy(pool, user.username());
            return new Claimant(user.username(), user.sub(), decoy.salt(), decoy.x());
        }
        PasswordHash hash = credential.password();
        return new Claimant(user.username(), user.sub(), hash.salt(), hash.x());
    }

    /** Nobody, but the same nobody whenever the name is tried (contract row 25). */
    static Claimant decoy(UserPool pool, String name) {
        byte[] id = pool.id().getBytes(StandardCharsets.UTF_8);
        byte[] folded = ("/" + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
        byte[] salt = Arrays.copyOf(Srp.hmac(DECOY_KEY, new byte[] {0}, id, folded), SALT_BYTES);
        byte[] x = Srp.hmac(DECOY_KEY, new byte[] {1}, id, folded);
        byte[] userId = Srp.hmac(DECOY_KEY, new byte[] {2}, id, folded);
        return new Claimant(UUID.nameUUIDFromBytes(userId).toString(), "", positive(salt), positive(x));
    }

    private static BigInteger positive(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] decoyKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The numbers stand for a password. */
    @Override
    public String toString() {
        return "Claimant";
    }
}
