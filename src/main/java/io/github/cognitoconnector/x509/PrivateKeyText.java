package io.github.cognitoconnector.x509;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads an unencrypted private key of PKCS#8, PKCS#1 or SEC 1, and tells whether it is the key of a certificate. */
final class PrivateKeyText {

    static final int MAX_LENGTH = 10 * 1024;

    private PrivateKeyText() {}

    /** @throws PemFlaw if it is not exactly one such key */
    static PrivateKey read(String text) throws PemFlaw {
        List<PrivateKeyInfo> keys = new ArrayList<>();
        for (Object block : PemText.blocks(text, MAX_LENGTH)) {
            switch (block) {
                case PrivateKeyInfo key -> keys.add(key);
                case PEMKeyPair pair -> keys.add(pair.getPrivateKeyInfo());
                // OpenSSL writes the curve's name before an EC key, which names it again.
                case ASN1ObjectIdentifier unused -> {}
                case X9ECParameters unused -> {}
                default -> throw noKey(block);
            }
        }
        if (keys.isEmpty()) {
            throw new PemFlaw("There is no private key in PEM, which begins with -----BEGIN PRIVATE KEY-----.");
        }
        if (keys.size() > 1) {
            throw new PemFlaw("There is more than one private key.");
        }
        return convert(keys.getFirst());
    }

    /** @throws PemFlaw if what the key signs is not what the certificate's key verifies */
    static void requireFit(PrivateKey key, X509Certificate certificate) throws PemFlaw {
        KeyKind wanted = KeyKind.of(certificate.getPublicKey());
        if (KeyKind.of(key) != wanted) {
            throw new PemFlaw("The certificate is for a key of the type " + wanted + ", and this is another.");
        }
        if (!fits(key, certificate, wanted)) {
            throw new PemFlaw("It is not the private key of the first certificate.");
        }
    }

    private static PemFlaw noKey(Object block) {
        return switch (block) {
            case PEMEncryptedKeyPair unused -> encrypted();
            case PKCS8EncryptedPrivateKeyInfo unused -> encrypted();
            case X509CertificateHolder unused ->
                new PemFlaw("There is a certificate in it. Only the private key belongs here.");
            case SubjectPublicKeyInfo unused ->
                new PemFlaw("There is a public key in it. Only the private key belongs here.");
            default -> new PemFlaw("There is something else than a private key in it.");
        };
    }

    private static PemFlaw encrypted() {
        return new PemFlaw("The private key is encrypted. Decrypt it with: openssl pkcs8 -topk8 -nocrypt -in key.pem");
    }

    private static PrivateKey convert(PrivateKeyInfo key) throws PemFlaw {
        if (KeyKind.of(key.getPrivateKeyAlgorithm()).isEmpty()) {
            throw KeyKind.unsupported();
        }
        try {
            return new JcaPEMKeyConverter().getPrivateKey(key);
        } catch (IOException | RuntimeException unreadable) {
            throw PemText.notWhole();
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate, KeyKind kind) {
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        try {
            Signature signature = Signature.getInstance(kind.signatureAlgorithm());
            signature.initSign(key);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }
}
