package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.github.cognitoconnector.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Aead AEAD = newKey();
    private static final String QUERY = "webshop/users";

    private final Cursors cursors = at(NOW);

    @Property(tries = 300)
    void opensWhatItSealed(@ForAll("unicode") String query, @ForAll("unicode") String position) {
        assertThat(cursors.open(query, cursors.seal(query, position))).isEqualTo(position);
    }

    @Property(tries = 200)
    void refusesAnotherQuery(@ForAll("unicode") String query, @ForAll("unicode") String other) {
        Assume.that(!query.equals(other));
        assertRefused(cursors, other, cursors.seal(query, "17"));
    }

    @Property(tries = 300)
    void refusesAFlippedBit(@ForAll @IntRange(max = 10_000) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(QUERY, "position 17"));
        sealed[at % sealed.length] ^= (byte) (1 << bit);
        assertRefused(cursors, QUERY, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    @Property(tries = 300)
    void refusesAChangedCharacter(@ForAll("unicode") String position, @ForAll @IntRange(max = 63) int other) {
        String cursor = cursors.seal(QUERY, position);
        char replacement = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(other);
        Assume.that(cursor.charAt(cursor.length() - 1) != replacement);
        assertRefused(cursors, QUERY, cursor.substring(0, cursor.length() - 1) + replacement);
    }

    @Property(tries = 200)
    void refusesATruncatedCursor(@ForAll @IntRange(max = 10_000) int length) {
        String cursor = cursors.seal(QUERY, "position 17");
        assertRefused(cursors, QUERY, cursor.substring(0, length % cursor.length()));
    }

    @Property(tries = 500)
    void refusesAnyOtherText(@ForAll String garbage) {
        assertRefused(cursors, QUERY, garbage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "%%%", "not base64!", "AAAA", "null", "🙂"})
    void refusesGarbage(String garbage) {
        assertRefused(cursors, QUERY, garbage);
    }

    @Test
    void refusesPadding() {
        assertRefused(cursors, QUERY, cursors.seal(QUERY, "1") + "=");
    }

    @Test
    void refusesAnOverlongCursor() {
        assertRefused(cursors, QUERY, cursors.seal(QUERY, "x".repeat(8192)));
    }

    @Test
    void staysValidForAnHour() {
        String cursor = cursors.seal(QUERY, "17");
        assertThat(at(NOW.plus(Cursors.LIFETIME)).open(QUERY, cursor)).isEqualTo("17");
    }

    @Test
    void refusesAnExpiredCursor() {
        String cursor = cursors.seal(QUERY, "17");
        assertRefused(at(NOW.plus(Cursors.LIFETIME).plus(Duration.ofMillis(1))), QUERY, cursor);
    }

    @Test
    void refusesAnotherKey() {
        Cursors other = new Cursors(newKey(), Clock.fixed(NOW, ZoneOffset.UTC));
        assertRefused(cursors, QUERY, other.seal(QUERY, "17"));
    }

    @Test
    void startsWithoutCursor() {
        assertThat(cursors.open(QUERY, null)).isNull();
    }

    @Test
    void hidesThePosition() {
        String cursor = cursors.seal(QUERY, "secret-position");
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-position");
        assertThat(cursors.seal(QUERY, "secret-position")).isNotEqualTo(cursor);
    }

    @Provide
    Arbitrary<String> unicode() {
        return Arbitraries.strings().ofMaxLength(60).filter(StandardCharsets.UTF_8.newEncoder()::canEncode);
    }

    private static void assertRefused(Cursors cursors, String query, String cursor) {
        assertThat(refusal(() -> cursors.open(query, cursor)).type()).isEqualTo(ProblemType.INVALID_CURSOR);
    }

    private static Cursors at(Instant time) {
        return new Cursors(AEAD, Clock.fixed(time, ZoneOffset.UTC));
    }

    private static Aead newKey() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
