package io.github.cognitoconnector.x509;

/** Why a text is not the certificate or the key that it should be: a sentence for the caller that never quotes it. */
final class PemFlaw extends Exception {

    private static final long serialVersionUID = 1L;

    private final String detail;

    PemFlaw(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
