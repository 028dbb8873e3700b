package io.github.cognitoconnector.embedded.cognito.iam;

/** Why a caller is not believed, with the code that each of AWS's protocols has for it. */
public enum Flaw {
    UNSIGNED("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
    INCOMPLETE("IncompleteSignatureException", "IncompleteSignature"),
    WRONG_SIGNATURE("InvalidSignatureException", "SignatureDoesNotMatch"),
    UNKNOWN_TOKEN("UnrecognizedClientException", "InvalidClientTokenId"),
    EXPIRED_TOKEN("ExpiredTokenException", "ExpiredToken");

    private final String jsonCode;
    private final String queryCode;

    Flaw(String jsonCode, String queryCode) {
        this.jsonCode = jsonCode;
        this.queryCode = queryCode;
    }

    /** As services of the AWS JSON protocol say it. */
    public String jsonCode() {
        return jsonCode;
    }

    /** As services of the AWS query protocol say it. */
    public String queryCode() {
        return queryCode;
    }
}
