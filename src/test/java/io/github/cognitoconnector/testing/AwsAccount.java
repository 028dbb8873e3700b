package io.github.cognitoconnector.testing;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import java.util.Locale;
import java.util.UUID;

/**
 * An AWS account with a user, a role and a trust anchor, and the apps that use them. Nobody else's keys are known once it
 * is published, but the service's own and those of tests.
 */
public final class AwsAccount {

    public static final String ROLE = "arn:aws:iam::111122223333:role/shop";

    private static final CertificateAuthority ROOT = CertificateAuthority.root("Account root", KeyKind.EC);
    private static final CertificateAuthority FOREIGN = CertificateAuthority.root("Foreign root", KeyKind.EC);

    private final String accessKeyId = "AKIA" + id();
    private final String secretAccessKey = id() + id();
    private String externalId = "";
    private boolean keysRevoked;

    /** Makes the state of the account known to AWS. */
    public void publish() {
        Cognito.identities("""
                {"unknownKeys": "REFUSE",
                 "keys": [%s, %s, {"accessKeyId": "%s", "secretAccessKey": "%s", "account": "111122223333", "revoked": %s}],
                 "roles": [{"arn": "%s"%s}, {"arn": "%s"}],
                 "trustAnchors": [{"arn": "%s", "certificate": "%s"}]}""".formatted(
                        own("embedded"),
                        own("test"),
                        accessKeyId,
                        secretAccessKey,
                        keysRevoked,
                        ROLE,
                        externalId.isEmpty() ? "" : ", \"externalId\": \"" + externalId + "\"",
                        Choices.ROLE,
                        Choices.TRUST_ANCHOR,
                        ROOT.certificatePem().replace("\n", "\\n")));
    }

    private static String own(String name) {
        return "{\"accessKeyId\": \"" + name + "\", \"secretAccessKey\": \"" + name + "\"}";
    }

    /** The role asks for this external id from now on. */
    public AwsAccount trustOnly(String newExternalId) {
        externalId = newExternalId;
        return this;
    }

    public AwsAccount revokeKeys() {
        keysRevoked = true;
        return this;
    }

    public String accessKeyId() {
        return accessKeyId;
    }

    /** The choice of the user's keys. */
    public String keys() {
        return Choices.keys(accessKeyId, secretAccessKey);
    }

    /** The choice of a certificate that the account does not trust. */
    public String foreignCertificate() {
        return Choices.anywhere(FOREIGN.issue("foreign", KeyKind.EC));
    }

    public String appWithDefault() {
        return newApp();
    }

    public String appWithKeys() {
        return choose(newApp(), keys());
    }

    public String appWithRole() {
        return choose(newApp(), Choices.role(ROLE));
    }

    public String appWithCertificate(KeyKind kind) {
        return choose(
                newApp(),
                Choices.anywhere(ROOT.intermediate("Below", KeyKind.EC).issue("shop", kind)));
    }

    /** Path of a new app of the demo pool, with the service's own credentials. */
    public String newApp() {
        return newApp(unique("keys-"));
    }

    public String newApp(String id) {
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["client"]}""".formatted(id)).post("/v1/apps").then().statusCode(201);
        return "/v1/apps/" + id;
    }

    /** The app's path again. */
    public String choose(String app, String choice) {
        json(Tokens.platform(), choice).put(app + "/credentials").then().statusCode(200);
        return app;
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }
}
