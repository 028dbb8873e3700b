package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Good tokens, damaged at random in whatever way is left when their signatures are not, and thrown at the verifier for as
 * long as {@code fuzz.seconds} says. None is taken, and nothing but a refusal ever comes out.
 */
@QuarkusTest
class TokenFuzzTest {

    private static final Logger LOG = Logger.getLogger(TokenFuzzTest.class);
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u0000\u00e4";

    private final TokenVerifier verifier;

    TokenFuzzTest(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Test
    void noDamagedTokenIsTaken() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("fuzz.seconds", 2)).toNanos();
        SplittableRandom random = new SplittableRandom(seed);
        Map<RefusedTokenException.Reason, Long> refusals = new EnumMap<>(RefusedTokenException.Reason.class);
        TokenMutator mutator = new TokenMutator(random, ALPHABET);
        String[] good = {Tokens.demo(), Tokens.platform(), Tokens.other(), Tokens.signed(claims -> {})};
        long tried = 0;
        long slowest = 0;
        while (end - System.nanoTime() > 0) {
            String token = good[random.nextInt(good.length)];
            String damaged = mutator.damage(token);
            if (damaged.equals(token)) {
                continue;
            }
            long start = System.nanoTime();
            refusals.merge(refusal(damaged, seed), 1L, Long::sum);
            slowest = Math.max(slowest, System.nanoTime() - start);
            tried++;
        }
        LOG.infof(
                "Damaged tokens tried %d, accepted 0, slowest refusal %.1f ms; by reason %s",
                tried, slowest / 1e6, refusals);
        assertThat(tried).isGreaterThan(1000);
        assertThat(refusals)
                .containsKeys(
                        RefusedTokenException.Reason.MALFORMED,
                        RefusedTokenException.Reason.ALGORITHM,
                        RefusedTokenException.Reason.SIGNATURE);
    }

    private RefusedTokenException.Reason refusal(String token, long seed) {
        try {
            BearerToken sent =
                    BearerToken.of(java.util.List.of("Bearer " + token)).orElseThrow();
            verifier.verify(sent);
        } catch (RefusedTokenException e) {
            return e.reason();
        } catch (RuntimeException e) {
            throw new AssertionError("fuzz.seed " + seed + ": " + token, e);
        }
        throw new AssertionError("Accepted with fuzz.seed " + seed + ": " + token);
    }
}
