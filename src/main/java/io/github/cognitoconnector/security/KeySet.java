package io.github.cognitoconnector.security;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys of an issuer that may sign tokens by RS256, by their ids. Whatever else is in a key set is passed over. */
record KeySet(Map<String, RSAPublicKey> keys) {

    static final KeySet NONE = new KeySet(Map.of());

    private static final int MIN_BITS = 2048;

    /** Larger ones, and larger exponents, make a verification costly and no safer. */
    private static final int MAX_BITS = 8192;

    private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(0xFFFF_FFFFL);

    /** Cognito has two. */
    private static final int MAX_KEYS = 100;

    KeySet {
        keys = Map.copyOf(keys);
    }

    /** @throws UnusableKeysException for what is no key set, or one without any key of use */
    static KeySet parse(String json) throws UnusableKeysException {
        List<JsonWebKey> all;
        try {
            all = new JsonWebKeySet(json).getJsonWebKeys();
        } catch (JoseException | RuntimeException e) {
            throw new UnusableKeysException("no key set", e);
        }
        Map<String, RSAPublicKey> usable = new HashMap<>();
        all.stream()
                .limit(MAX_KEYS)
                .filter(KeySet::signsByRs256)
                .forEach(key -> usable.put(key.getKeyId(), ((RsaJsonWebKey) key).getRsaPublicKey()));
        if (usable.isEmpty()) {
            throw new UnusableKeysException("no key of use");
        }
        return new KeySet(usable);
    }

    Optional<RSAPublicKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    private static boolean signsByRs256(JsonWebKey key) {
        return key instanceof RsaJsonWebKey rsa
                && key.getKeyId() != null
                && (key.getUse() == null || key.getUse().equals("sig"))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(SignedToken.ALGORITHM))
                && sound(rsa.getRsaPublicKey());
    }

    private static boolean sound(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        return bits >= MIN_BITS
                && bits <= MAX_BITS
                && exponent.testBit(0)
                && exponent.compareTo(BigInteger.ONE) > 0
                && exponent.compareTo(MAX_EXPONENT) <= 0;
    }
}
