package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The certificates of a request.
 *
 * @param endEntity whose holder signed
 * @param intermediates in any order
 */
record CertificateChain(X509Certificate endEntity, List<X509Certificate> intermediates) {

    private static final int LONGEST = 5;
    private static final Pattern WEAK = Pattern.compile("(?i)(MD5|SHA-?1)with");

    /**
     * Reads {@code X-Amz-X509} and {@code X-Amz-X509-Chain}.
     *
     * @throws Refusal if a header is missing or holds no certificate
     */
    static CertificateChain read(Request request) {
        String own = request.header("x-amz-x509")
                .orElseThrow(() -> CertificateSignature.denied("Missing X-Amz-X509 header"));
        List<X509Certificate> intermediates = new ArrayList<>();
        Optional<String> chain = request.header("x-amz-x509-chain").filter(text -> !text.isBlank());
        if (chain.isPresent()) {
            for (String text : chain.get().split(",", -1)) {
                intermediates.add(certificate(text));
            }
        }
        if (intermediates.size() > LONGEST) {
            throw new Refusal("ValidationException", "Certificate chain is longer than " + LONGEST);
        }
        return new CertificateChain(certificate(own), List.copyOf(intermediates));
    }

    private static X509Certificate certificate(String text) {
        try {
            byte[] der = Base64.getDecoder().decode(text.strip());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Refusal("ValidationException", "Unable to parse certificate");
        }
    }

    /**
     * Returns if the chain leads to the anchor, everything in it is valid now, and the end entity may sign.
     *
     * @throws Refusal if not
     */
    void check(X509Certificate anchor, Instant now) {
        Date date = Date.from(now);
        if (endEntity.getVersion() != 3 || endEntity.getBasicConstraints() >= 0 || !mayAuthenticate()) {
            throw CertificateSignature.denied("Untrusted certificate. Insufficient certificate");
        }
        if (!isValid(endEntity, date)) {
            throw CertificateSignature.denied("Untrusted certificate. Certificate is expired or not yet valid");
        }
        if (!isValid(anchor, date) || !leadsTo(anchor, date)) {
            throw CertificateSignature.denied("Untrusted signing certificate");
        }
    }

    private boolean mayAuthenticate() {
        boolean[] usage = endEntity.getKeyUsage();
        return usage != null
                && usage[0]
                && !WEAK.matcher(endEntity.getSigAlgName()).lookingAt();
    }

    private static boolean isValid(X509Certificate certificate, Date date) {
        try {
            certificate.checkValidity(date);
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }

    private boolean leadsTo(X509Certificate anchor, Date date) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(endEntity);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(anchor, null)), target);
            List<X509Certificate> all = new ArrayList<>(intermediates);
            all.add(endEntity);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(date);
            return CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath() != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
