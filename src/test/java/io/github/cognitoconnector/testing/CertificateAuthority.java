package io.github.cognitoconnector.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority for tests, with a new key of its own: a root, or with {@link #intermediate} one below it.
 * What it issues is valid from an hour ago for a day, unless told otherwise.
 */
public final class CertificateAuthority {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final AtomicLong SERIALS = new AtomicLong(1_000_000_007L);
    private static final int PEM_LINE = 64;

    private final Issued own;
    private final List<X509Certificate> chain;

    private CertificateAuthority(Issued own, List<X509Certificate> chain) {
        this.own = own;
        this.chain = List.copyOf(chain);
    }

    /** The kinds of keys that IAM Roles Anywhere takes. */
    public enum KeyKind {
        RSA,
        EC
    }

    /**
     * What a certificate says.
     *
     * @param digitalSignature otherwise its key usage is key encipherment alone
     * @param authority whether its basic constraints say that it issues others
     */
    public record Wish(
            String name, KeyKind key, Instant from, Instant until, boolean digitalSignature, boolean authority) {

        /** An end entity that may sign, valid from an hour ago for a day. */
        public static Wish endEntity(String name, KeyKind key) {
            Instant now = Instant.now();
            return new Wish(name, key, now.minus(HOUR), now.plus(DAY), true, false);
        }

        public Wish valid(Instant newFrom, Instant newUntil) {
            return new Wish(name, key, newFrom, newUntil, digitalSignature, authority);
        }

        /** One that ended an hour ago. */
        public Wish expired() {
            Instant now = Instant.now();
            return valid(now.minus(DAY), now.minus(HOUR));
        }

        /** One that may not sign. */
        public Wish withoutSignature() {
            return new Wish(name, key, from, until, false, authority);
        }

        /** One that is no end entity. */
        public Wish asAuthority() {
            return new Wish(name, key, from, until, digitalSignature, true);
        }
    }

    /**
     * A certificate with its private key.
     *
     * @param chain the certificates between it and the root, its issuer first; neither of the two is in it
     */
    public record Issued(X509Certificate certificate, PrivateKey privateKey, List<X509Certificate> chain) {

        public String certificatePem() {
            return pem(certificate);
        }

        /** The chain in one file, one after the other; empty without intermediates. */
        public String chainPem() {
            StringBuilder all = new StringBuilder();
            chain.forEach(each -> all.append(pem(each)));
            return all.toString();
        }

        /** PKCS#8, not encrypted. */
        public String privateKeyPem() {
            return CertificateAuthority.pem("PRIVATE KEY", privateKey.getEncoded());
        }

        /** The private key stays out of the messages of tests. */
        @Override
        public String toString() {
            return "Issued[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /** A self-signed root. */
    public static CertificateAuthority root(String name, KeyKind key) {
        Wish wish = authority(name, key);
        KeyPair pair = newKey(key);
        X500Name subject = name(name);
        X509Certificate certificate = sign(wish, subject, pair, pair.getPrivate());
        return new CertificateAuthority(new Issued(certificate, pair.getPrivate(), List.of()), List.of());
    }

    /** One that issues with whatever certificate it is given, also with one that does not allow it. */
    public static CertificateAuthority of(Issued issuer) {
        List<X509Certificate> longer = new ArrayList<>(List.of(issuer.certificate()));
        longer.addAll(issuer.chain());
        return new CertificateAuthority(issuer, longer);
    }

    /** An authority whose certificate is of this one. */
    public CertificateAuthority intermediate(String name, KeyKind key) {
        return of(issue(authority(name, key)));
    }

    /** An RSA or EC certificate of an end entity that may sign. */
    public Issued issue(String name, KeyKind key) {
        return issue(Wish.endEntity(name, key));
    }

    public Issued issue(Wish wish) {
        KeyPair pair = newKey(wish.key());
        X500Name issuer =
                X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded());
        return new Issued(sign(wish, issuer, pair, own.privateKey()), pair.getPrivate(), chain);
    }

    public X509Certificate certificate() {
        return own.certificate();
    }

    public String certificatePem() {
        return own.certificatePem();
    }

    /** The certificate as a PEM file has it. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wish authority(String name, KeyKind key) {
        return Wish.endEntity(name, key).asAuthority();
    }

    private static X500Name name(String name) {
        return new X500Name("CN=" + name + ",O=Tests");
    }

    private static KeyPair newKey(KeyKind kind) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(kind.name());
            keys.initialize(kind == KeyKind.RSA ? 2048 : 256);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(Wish wish, X500Name issuer, KeyPair subject, PrivateKey issuerKey) {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIALS.incrementAndGet()),
                Date.from(wish.from()),
                Date.from(wish.until()),
                name(wish.name()),
                subject.getPublic());
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(wish.authority()));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(usage(wish)));
            String algorithm = issuerKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int usage(Wish wish) {
        int signing = wish.digitalSignature() ? KeyUsage.digitalSignature : KeyUsage.keyEncipherment;
        return wish.authority() ? signing | KeyUsage.keyCertSign | KeyUsage.cRLSign : signing;
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
