package io.github.cognitoconnector.embedded.cognito.pool;

import io.github.cognitoconnector.embedded.cognito.pool.PasswordPolicy.Kind;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Temporary passwords that satisfy a policy, as Cognito makes them when none is given. */
public final class GeneratedPassword {

    private static final SecureRandom RANDOM = new SecureRandom();

    private GeneratedPassword() {}

    public static String satisfying(PasswordPolicy policy) {
        List<Character> characters = new ArrayList<>();
        while (characters.size() < Math.max(policy.minimumLength(), Kind.values().length)) {
            for (Kind kind : Kind.values()) {
                String sample = kind.sample();
                characters.add(sample.charAt(RANDOM.nextInt(sample.length())));
            }
        }
        Collections.shuffle(characters, RANDOM);
        StringBuilder password = new StringBuilder();
        characters.forEach(password::append);
        return password.toString();
    }
}
