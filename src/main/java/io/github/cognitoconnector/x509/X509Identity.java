package io.github.cognitoconnector.x509;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.secret.Secret;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who signs for a session of IAM Roles Anywhere: an end-entity certificate, its intermediate ones and its key. */
public final class X509Identity {

    private static final int MAX_SUBJECT = 512;

    private final List<X509Certificate> chain;
    private final PrivateKey privateKey;

    private X509Identity(List<X509Certificate> chain, PrivateKey privateKey) {
        this.chain = chain;
        this.privateKey = privateKey;
    }

    /** As {@link #read(String, Secret, Secret, Instant)}, for a choice that is the whole body. */
    public static X509Identity read(String certificatePem, String privateKeyPem, Instant now) {
        return read("", new Secret(certificatePem), new Secret(privateKeyPem), now);
    }

    /**
     * Reads and checks what a caller sends; what passes can sign a request that AWS may take.
     *
     * @param pointerPrefix JSON pointer to the object that has {@code certificate} and {@code privateKey}
     * @throws ProblemException {@code VALIDATION_FAILED} with all fields that are wrong; no detail quotes the input
     */
    public static X509Identity read(String pointerPrefix, Secret certificate, Secret privateKey, Instant now) {
        Reading reading = new Reading();
        String ofCertificate = pointerPrefix + "/certificate";
        String ofKey = pointerPrefix + "/privateKey";
        Optional<List<X509Certificate>> chain =
                reading.of(ofCertificate, () -> CertificateChain.read(certificate.reveal()));
        Optional<PrivateKey> key = reading.of(ofKey, () -> PrivateKeyText.read(privateKey.reveal()));
        if (chain.isPresent()) {
            reading.check(ofCertificate, () -> CertificateChain.requireValid(chain.get(), now));
        }
        if (chain.isPresent() && key.isPresent()) {
            reading.check(
                    ofKey,
                    () -> PrivateKeyText.requireFit(key.get(), chain.get().getFirst()));
        }
        reading.requireNoFlaw();
        return new X509Identity(chain.orElseThrow(), key.orElseThrow());
    }

    /**
     * Reads what was checked when it was stored. It may have expired since: see {@link #expiresAt}.
     *
     * @throws ProblemException {@code CREDENTIALS_REJECTED} if it cannot be read, which another release may have stored
     */
    public static X509Identity stored(Secret certificate, Secret privateKey) {
        try {
            return new X509Identity(
                    CertificateChain.read(certificate.reveal()), PrivateKeyText.read(privateKey.reveal()));
        } catch (PemFlaw flaw) {
            throw ProblemException.of(
                    ProblemType.CREDENTIALS_REJECTED,
                    "The app's certificate or private key cannot be used. Set its credentials again.",
                    flaw);
        }
    }

    /** The end-entity certificate, then each one's issuer's; one to five. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** RSA or EC. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The subject of the end-entity certificate as in RFC 2253, the first 512 characters; may be empty. */
    public String subject() {
        String name = chain.getFirst().getSubjectX500Principal().getName();
        StringBuilder subject = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .takeWhile(c -> subject.length() + Character.charCount(c) <= MAX_SUBJECT)
                .forEachOrdered(subject::appendCodePoint);
        return subject.toString();
    }

    /** When the first certificate of the chain expires, since AWS trusts a chain no longer than its weakest link. */
    public Instant expiresAt() {
        return chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .reduce((a, b) -> a.isBefore(b) ? a : b)
                .orElseThrow();
    }

    /** Of the end-entity certificate; AWS takes it for the name of the credentials. */
    public BigInteger serialNumber() {
        return chain.getFirst().getSerialNumber();
    }

    @Override
    public String toString() {
        return "X509Identity[subject=" + subject() + ", expiresAt=" + expiresAt() + "]";
    }

    /** Collects what is wrong, so that the caller gets to know all of it at once. */
    private static final class Reading {

        private final List<FieldError> errors = new ArrayList<>();

        <T> Optional<T> of(String pointer, Source<T> source) {
            try {
                return Optional.of(source.read());
            } catch (PemFlaw flaw) {
                errors.add(FieldError.of(ProblemType.VALIDATION_FAILED, pointer, flaw.detail()));
                return Optional.empty();
            }
        }

        void check(String pointer, Check check) {
            Optional<Boolean> unused = of(pointer, () -> {
                check.run();
                return true;
            });
        }

        void requireNoFlaw() {
            if (!errors.isEmpty()) {
                throw ProblemException.fields(ProblemType.VALIDATION_FAILED, errors);
            }
        }
    }

    private interface Source<T> {
        T read() throws PemFlaw;
    }

    private interface Check {
        void run() throws PemFlaw;
    }
}
