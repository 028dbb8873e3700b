package io.github.cognitoconnector.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.cognito.PasswordPolicy;
import io.github.cognitoconnector.cognito.PoolSettings;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PasswordGeneratorTest {

    /** The special characters that Cognito counts as such, without the space. */
    private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+=";

    private final PasswordGenerator passwords = new PasswordGenerator();

    @Property(tries = 300)
    void satisfiesEveryPolicy(@ForAll @IntRange(min = 6, max = 99) int minimumLength) {
        String password = passwords.generate(pool(minimumLength));
        assertThat(password)
                .hasSizeGreaterThanOrEqualTo(Math.max(16, minimumLength))
                .hasSizeLessThanOrEqualTo(256)
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*")
                .matches(".*[0-9].*")
                .doesNotContainAnyWhitespaces();
        assertThat(password.chars()).anyMatch(PasswordGeneratorTest::isSymbol);
        assertThat(password.chars()).allMatch(c -> isSymbol(c) || (c < 128 && Character.isLetterOrDigit(c)));
    }

    @Test
    void neverMakesTheSameTwice() {
        Set<String> made =
                Stream.generate(() -> passwords.generate(pool(8))).limit(500).collect(Collectors.toSet());
        assertThat(made).hasSize(500);
    }

    @Test
    void putsNoKindOfCharacterIntoAFixedPlace() {
        Set<Boolean> firstIsLetter = Stream.generate(() -> passwords.generate(pool(8)))
                .limit(500)
                .map(password -> Character.isLetter(password.charAt(0)))
                .collect(Collectors.toSet());
        assertThat(firstIsLetter).containsExactlyInAnyOrder(true, false);
    }

    private static boolean isSymbol(int c) {
        return SYMBOLS.indexOf(c) >= 0;
    }

    private static PoolSettings pool(int minimumLength) {
        return new PoolSettings(
                Set.of(),
                Set.of(),
                false,
                false,
                Set.of(),
                new PasswordPolicy(minimumLength, true, true, true, true, 7, 0),
                Map.of());
    }
}
