package io.github.cognitoconnector.x509;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Reads an end-entity certificate and its intermediate ones, and checks what IAM Roles Anywhere asks of them.
 *
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html">Trust model</a>
 */
final class CertificateChain {

    static final int MAX_LENGTH = 20 * 1024;

    private static final int MAX_CERTIFICATES = 5;
    private static final int MIN_RSA_BITS = 2048;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NOT_A_CA = -1;

    private CertificateChain() {}

    /** @throws PemFlaw if it is no such chain; times are left to {@link #requireValid} */
    static List<X509Certificate> read(String text) throws PemFlaw {
        List<X509Certificate> chain = new ArrayList<>();
        for (Object block : PemText.blocks(text, MAX_LENGTH)) {
            chain.add(certificate(block, chain.size() + 1));
        }
        if (chain.isEmpty()) {
            throw new PemFlaw("There is no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----.");
        }
        if (chain.size() > MAX_CERTIFICATES) {
            throw new PemFlaw("There are more than " + MAX_CERTIFICATES + " certificates.");
        }
        requireEndEntity(chain.getFirst());
        for (int i = 0; i < chain.size(); i++) {
            requireStrongSignature(chain.get(i), i + 1);
        }
        for (int i = 1; i < chain.size(); i++) {
            requireIssued(chain.get(i - 1), chain.get(i), i);
        }
        return List.copyOf(chain);
    }

    /** @throws PemFlaw if one of the certificates has expired or is not yet valid */
    static void requireValid(List<X509Certificate> chain, Instant now) throws PemFlaw {
        for (int i = 0; i < chain.size(); i++) {
            Instant from = chain.get(i).getNotBefore().toInstant();
            Instant to = chain.get(i).getNotAfter().toInstant();
            if (now.isAfter(to)) {
                throw new PemFlaw("Certificate " + (i + 1) + " expired on " + to + ".");
            }
            if (now.isBefore(from)) {
                throw new PemFlaw("Certificate " + (i + 1) + " is not valid before " + from + ".");
            }
        }
    }

    private static X509Certificate certificate(Object block, int position) throws PemFlaw {
        X509CertificateHolder holder = switch (block) {
            case X509CertificateHolder found -> found;
            case PrivateKeyInfo unused -> throw privateKey();
            // OpenSSL writes the curve before an EC key.
            case ASN1ObjectIdentifier unused -> throw privateKey();
            case X9ECParameters unused -> throw privateKey();
            case PEMKeyPair unused -> throw privateKey();
            case PEMEncryptedKeyPair unused -> throw privateKey();
            case PKCS8EncryptedPrivateKeyInfo unused -> throw privateKey();
            case SubjectPublicKeyInfo unused ->
                throw new PemFlaw("There is a public key in it. Send the certificate that was made for it.");
            case PKCS10CertificationRequest unused ->
                throw new PemFlaw("There is a certificate request in it. Send the certificate that the CA made of it.");
            default -> throw new PemFlaw("There is something else than certificates in it.");
        };
        if (holder.getVersionNumber() != 3) {
            throw new PemFlaw("Certificate " + position + " is not X.509 version 3.");
        }
        if (position == 1
                && KeyKind.of(holder.getSubjectPublicKeyInfo().getAlgorithm()).isEmpty()) {
            throw KeyKind.unsupported();
        }
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException | RuntimeException unreadable) {
            throw new PemFlaw("Certificate " + position + " is not well-formed.");
        }
    }

    private static PemFlaw privateKey() {
        return new PemFlaw("There is a private key in it. It belongs into privateKey, and only there.");
    }

    private static void requireEndEntity(X509Certificate certificate) throws PemFlaw {
        if (certificate.getBasicConstraints() != NOT_A_CA) {
            throw new PemFlaw("The first certificate is a CA's. The end-entity certificate comes first.");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new PemFlaw("The key usage of the first certificate lacks digitalSignature.");
        }
        if (certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new PemFlaw("The RSA key has less than " + MIN_RSA_BITS + " bits.");
        }
    }

    /** AWS takes no certificate that is signed with one of these. */
    private static void requireStrongSignature(X509Certificate certificate, int position) throws PemFlaw {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("SHA1") || algorithm.startsWith("MD")) {
            throw new PemFlaw(
                    "Certificate " + position + " is signed with SHA-1 or MD5. AWS asks for SHA-256 or more.");
        }
    }

    private static void requireIssued(X509Certificate certificate, X509Certificate issuer, int position)
            throws PemFlaw {
        boolean named = certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        if (!named || issuer.getBasicConstraints() == NOT_A_CA || !signed(certificate, issuer)) {
            throw new PemFlaw("Certificate " + position + " is not issued by certificate " + (position + 1)
                    + ". Each is followed by its issuer's.");
        }
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return false;
        }
    }
}
