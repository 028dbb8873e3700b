package io.github.cognitoconnector.x509;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Issues certificates, good ones and bad ones. */
public final class TestCertificates {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    /** A certificate with its issuers', and its key. */
    public record Issued(List<X509Certificate> chain, KeyPair keys) {

        public PrivateKey key() {
            return keys.getPrivate();
        }

        public X509Certificate certificate() {
            return chain.getFirst();
        }

        public String certificatePem() {
            return pem(chain.toArray());
        }

        /** PKCS#8. */
        public String keyPem() {
            return pkcs8(key());
        }

        public Issued without(int position) {
            return new Issued(
                    Stream.concat(chain.stream().limit(position), chain.stream().skip(position + 1L))
                            .toList(),
                    keys);
        }
    }

    /** What is to be issued; a valid end-entity certificate of its own issuer unless told otherwise. */
    public static final class Order {

        private final KeyPair keys;
        private String subject = "O=Example,CN=webshop";
        private BigInteger serial = BigInteger.valueOf(4711);
        private Instant from = NOW.minus(Duration.ofDays(1));
        private Instant to = NOW.plus(Duration.ofDays(30));
        private boolean ca;
        private int usage = KeyUsage.digitalSignature;
        private String hash = "SHA256";

        private Order(KeyPair keys) {
            this.keys = keys;
        }

        public Order subject(String name) {
            subject = name;
            return this;
        }

        public Order serial(BigInteger number) {
            serial = number;
            return this;
        }

        public Order valid(Instant start, Instant end) {
            from = start;
            to = end;
            return this;
        }

        public Order ca() {
            ca = true;
            usage = KeyUsage.keyCertSign;
            return this;
        }

        public Order usage(int bits) {
            usage = bits;
            return this;
        }

        public Order hash(String name) {
            hash = name;
            return this;
        }

        public Issued selfSigned() {
            return new Issued(List.of(sign(new X500Name(subject), keys.getPrivate())), keys);
        }

        public Issued by(Issued issuer) {
            X500Name name = X500Name.getInstance(
                    issuer.certificate().getSubjectX500Principal().getEncoded());
            X509Certificate certificate = sign(name, issuer.key());
            return new Issued(
                    Stream.concat(Stream.of(certificate), issuer.chain().stream())
                            .toList(),
                    keys);
        }

        public Issued versionOne() {
            var builder = new X509v1CertificateBuilder(
                    new X500Name(subject), serial, Date.from(from), Date.from(to), new X500Name(subject), info());
            try {
                return new Issued(
                        List.of(new JcaX509CertificateConverter()
                                .getCertificate(builder.build(signer(keys.getPrivate())))),
                        keys);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private X509Certificate sign(X500Name issuer, PrivateKey key) {
            var builder = new X509v3CertificateBuilder(
                    issuer, serial, Date.from(from), Date.from(to), new X500Name(subject), info());
            try {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private SubjectPublicKeyInfo info() {
            return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
        }

        private ContentSigner signer(PrivateKey key) {
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> hash + "withRSA";
                case "EC" -> hash + "withECDSA";
                default -> "Ed25519";
            };
            try {
                return new JcaContentSignerBuilder(algorithm).build(key);
            } catch (OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private TestCertificates() {}

    public static Order order(KeyPair keys) {
        return new Order(keys);
    }

    /** A CA that other certificates are ordered from. */
    public static Issued authority(String name) {
        return order(rsa(2048, name)).subject("CN=" + name).ca().selfSigned();
    }

    /** An end-entity certificate, an intermediate one and the CA's. */
    public static Issued chained(KeyPair keys) {
        Issued intermediate = order(ec("secp384r1", "intermediate"))
                .subject("CN=intermediate")
                .ca()
                .by(authority("root"));
        return order(keys).by(intermediate);
    }

    /** The same key for the same name. */
    public static KeyPair rsa(int bits, String name) {
        return KEYS.computeIfAbsent(
                "RSA" + bits + name, any -> generate("RSA", generator -> generator.initialize(bits)));
    }

    public static KeyPair ec(String curve, String name) {
        return KEYS.computeIfAbsent(
                "EC" + curve + name,
                any -> generate("EC", generator -> generator.initialize(new ECGenParameterSpec(curve))));
    }

    public static KeyPair ed25519() {
        return KEYS.computeIfAbsent("Ed25519", any -> generate("Ed25519", generator -> {}));
    }

    public static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public static String pkcs8(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null).generate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spelling that came before PKCS#8: PKCS#1 for RSA, SEC 1 for EC. */
    public static String traditional(PrivateKey key) {
        if (!(key instanceof ECKey ec)) {
            return pem(key);
        }
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
        try {
            BigInteger number = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
            ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
            return block("EC PRIVATE KEY", sec1(ec.getParams().getOrder().bitLength(), number, curve));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key on a curve that the JDK does not know. */
    public static String secp256k1() {
        ASN1Encodable curve = SECObjectIdentifiers.secp256k1;
        try {
            AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
            return block("PRIVATE KEY", new PrivateKeyInfo(algorithm, sec1(256, BigInteger.TEN, curve)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of any kind as a PEM block. */
    public static String block(String type, ASN1Object content) {
        try {
            return pem(new PemObject(type, content.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ASN1Object sec1(int bits, BigInteger number, ASN1Encodable curve) {
        return new ECPrivateKey(bits, number, curve);
    }

    private interface Setting {
        void apply(KeyPairGenerator generator) throws GeneralSecurityException;
    }

    private static KeyPair generate(String algorithm, Setting setting) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            setting.apply(generator);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
