package io.github.cognitoconnector.user;

import io.github.cognitoconnector.cognito.PoolSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.passay.data.CharacterData;
import org.passay.data.EnglishCharacterData;
import org.passay.rule.CharacterRule;

/**
 * Makes temporary passwords. All four kinds of characters are always there, so that every policy Cognito knows is
 * satisfied whatever it asks for; only the length depends on the pool.
 */
@ApplicationScoped
class PasswordGenerator {

    static final int MINIMUM_LENGTH = 16;

    /** From Cognito's list of special characters those that survive shells, URLs and telephones best. */
    private static final CharacterData SPECIAL = special("!#$%*+-.:=?@^_~");

    private static final List<CharacterRule> RULES = Stream.of(
                    EnglishCharacterData.UpperCase, EnglishCharacterData.LowerCase, EnglishCharacterData.Digit, SPECIAL)
            .map(characters -> new CharacterRule(characters, 1))
            .toList();

    /** Passay checks its own work; it has never needed a second try. */
    private static final int RETRIES = 2;

    private static final String FORMULA = "=+-@";

    private final SecureRandom random = new SecureRandom();

    /** At least 16 characters: about 95 bits. Begins like no formula, since it may be put into a spreadsheet. */
    String generate(PoolSettings pool) {
        String password = any(pool);
        while (FORMULA.indexOf(password.charAt(0)) >= 0) {
            password = any(pool);
        }
        return password;
    }

    private String any(PoolSettings pool) {
        int length = Math.max(MINIMUM_LENGTH, pool.minimumLength());
        return new org.passay.generate.PasswordGenerator(random, length, RETRIES, RULES)
                .generate()
                .toString();
    }

    private static CharacterData special(String characters) {
        return new CharacterData() {
            @Override
            public String getErrorCode() {
                return "INSUFFICIENT_SPECIAL";
            }

            @Override
            public String getCharacters() {
                return characters;
            }
        };
    }
}
