package io.github.cognitoconnector.testing;

import io.github.cognitoconnector.testing.CertificateAuthority.Issued;

/** Choices of credentials as callers send them. */
public final class Choices {

    public static final String TRUST_ANCHOR =
            "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/0c9ba3a1-6f6f-4a6b-8a40-3b1f0f3f1a01";
    public static final String PROFILE =
            "arn:aws:rolesanywhere:us-east-1:111122223333:profile/0c9ba3a1-6f6f-4a6b-8a40-3b1f0f3f1a02";
    public static final String ROLE = "arn:aws:iam::111122223333:role/anywhere";

    private Choices() {}

    public static String keys(String accessKeyId, String secretAccessKey) {
        return """
               {"type": "STATIC", "accessKeyId": "%s", "secretAccessKey": "%s"}""".formatted(accessKeyId, secretAccessKey);
    }

    public static String role(String arn) {
        return """
               {"type": "ASSUME_ROLE", "roleArn": "%s"}""".formatted(arn);
    }

    /** For pools in us-east-1. */
    public static String anywhere(Issued issued) {
        return anywhere(issued.certificatePem() + issued.chainPem(), issued.privateKeyPem());
    }

    public static String anywhere(String certificate, String privateKey) {
        return """
               {"type": "ROLES_ANYWHERE", "trustAnchorArn": "%s", "profileArn": "%s", "roleArn": "%s",
                "certificate": "%s", "privateKey": "%s"}""".formatted(TRUST_ANCHOR, PROFILE, ROLE, escaped(certificate), escaped(privateKey));
    }

    private static String escaped(String pem) {
        return pem.replace("\r", "\\r").replace("\n", "\\n");
    }
}
