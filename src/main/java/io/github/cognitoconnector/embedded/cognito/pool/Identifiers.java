package io.github.cognitoconnector.embedded.cognito.pool;

import java.security.SecureRandom;

/** Random names as long as those that Cognito makes. */
final class Identifiers {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MIXED = LOWER + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Identifiers() {}

    static String poolId(String region) {
        return region + "_" + random(MIXED, 9);
    }

    static String clientId() {
        return random(LOWER, 26);
    }

    static String clientSecret() {
        return random(LOWER, 51);
    }

    private static String random(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
