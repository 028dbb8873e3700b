package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final KeyPair KEY = Jwts.newKey();
    private static final BigInteger E = BigInteger.valueOf(65537);

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"use\":\"sig\"", ",\"alg\":\"RS256\"", ",\"use\":\"sig\",\"alg\":\"RS256\",\"x\":1"})
    void hasTheKeysThatSignByRs256(String members) throws UnusableKeysException {
        assertThat(KeySet.parse(set(rsa("key", modulus(KEY), E, members))).find("key"))
                .contains((RSAPublicKey) KEY.getPublic());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"use\":\"enc\"",
                ",\"alg\":\"RS512\"",
                ",\"alg\":\"PS256\"",
                ",\"alg\":\"none\"",
                ",\"alg\":\"HS256\""
            })
    void hasNoOthers(String members) {
        assertUnusable(set(rsa("key", modulus(KEY), E, members)));
    }

    @Test
    void hasNoWeakAndNoCostlyKeys() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(1024);
        assertUnusable(set(rsa("key", modulus(keys.generateKeyPair()), E, "")));
        assertUnusable(set(rsa("key", BigInteger.ONE.shiftLeft(8192).setBit(0), E, "")));
        assertUnusable(set(rsa("key", modulus(KEY), BigInteger.ONE, "")));
        assertUnusable(set(rsa("key", modulus(KEY), BigInteger.TWO, "")));
        assertUnusable(
                set(rsa("key", modulus(KEY), BigInteger.ONE.shiftLeft(2000).setBit(0), "")));
    }

    @Test
    void passesOverWhatItCannotUse() throws UnusableKeysException {
        KeySet keys = KeySet.parse(set(
                "{\"kty\":\"oct\",\"kid\":\"hmac\",\"k\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"kid\":\"ec\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"RSA\",\"kid\":\"half\",\"n\":\"AA\"}",
                "{\"kty\":\"none\",\"kid\":\"none\"}",
                rsa("key", modulus(KEY), E, ""),
                "{\"kty\":\"RSA\",\"n\":\"" + Jwts.encoded(modulus(KEY).toByteArray()) + "\",\"e\":\"AQAB\"}"));
        assertThat(keys.keys()).containsOnlyKeys("key");
        assertThat(keys.find("hmac")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[1]}",
                "<html>",
                "{\"keys\":["
            })
    void isNoneOfAnythingElse(String text) {
        assertUnusable(text);
    }

    @Property(tries = 300)
    void anyTextIsAnswered(@ForAll String text) {
        assertUnusable(text);
        assertUnusable("{\"keys\":[" + text + "]}");
    }

    private static BigInteger modulus(KeyPair key) {
        return ((RSAPublicKey) key.getPublic()).getModulus();
    }

    static String rsa(String keyId, BigInteger modulus, BigInteger exponent, String members) {
        return "{\"kty\":\"RSA\",\"kid\":\"" + keyId + "\",\"n\":\"" + Jwts.encoded(modulus.toByteArray())
                + "\",\"e\":\"" + Jwts.encoded(exponent.toByteArray()) + "\"" + members + "}";
    }

    static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    private static void assertUnusable(String text) {
        assertThatThrownBy(() -> KeySet.parse(text)).isInstanceOf(UnusableKeysException.class);
    }
}
