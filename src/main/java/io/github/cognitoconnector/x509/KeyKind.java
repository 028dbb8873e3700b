package io.github.cognitoconnector.x509;

import java.security.Key;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The kinds of keys that sign for IAM Roles Anywhere.
 *
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication.html">Authentication</a>
 */
enum KeyKind {
    RSA("AWS4-X509-RSA-SHA256", "SHA256withRSA"),
    EC("AWS4-X509-ECDSA-SHA256", "SHA256withECDSA");

    /** Those that the JDK's own providers know. */
    private static final Set<ASN1Encodable> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1, SECObjectIdentifiers.secp521r1);

    private final String requestAlgorithm;
    private final String signatureAlgorithm;

    KeyKind(String requestAlgorithm, String signatureAlgorithm) {
        this.requestAlgorithm = requestAlgorithm;
        this.signatureAlgorithm = signatureAlgorithm;
    }

    /** The kind that a certificate or a private key names; none if it is another, or EC on another curve. */
    static Optional<KeyKind> of(AlgorithmIdentifier algorithm) {
        if (PKCSObjectIdentifiers.rsaEncryption.equals(algorithm.getAlgorithm())) {
            return Optional.of(RSA);
        }
        boolean known = X9ObjectIdentifiers.id_ecPublicKey.equals(algorithm.getAlgorithm())
                && algorithm.getParameters() != null
                && CURVES.contains(algorithm.getParameters());
        return known ? Optional.of(EC) : Optional.empty();
    }

    /** The kind of a key that was read here. */
    static KeyKind of(Key key) {
        return valueOf(key.getAlgorithm());
    }

    static PemFlaw unsupported() {
        return new PemFlaw("The key is not RSA, nor EC on one of the curves P-256, P-384 and P-521 by name.");
    }

    /** What AWS calls the algorithm of a request. */
    String requestAlgorithm() {
        return requestAlgorithm;
    }

    /** What Java calls it. */
    String signatureAlgorithm() {
        return signatureAlgorithm;
    }
}
