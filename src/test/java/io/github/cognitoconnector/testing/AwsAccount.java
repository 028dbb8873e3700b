package io.github.cognitoconnector.testing;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An AWS account with a user, a role and a trust anchor, and the apps that use them. Nobody else's keys are known once it
 * is published, but the service's own and those of tests.
 */
public final class AwsAccount {

    public static final String ROLE = "arn:aws:iam::111122223333:role/shop";

    private static final CertificateAuthority ROOT = CertificateAuthority.root("Account root", KeyKind.EC);
    private static final CertificateAuthority FOREIGN = CertificateAuthority.root("Foreign root", KeyKind.EC);

    /** The user's access keys, the newest first. */
    private final List<UserKey> keys = new ArrayList<>(List.of(UserKey.fresh()));

    private String externalId = "";

    private record UserKey(String id, String secret, boolean revoked) {

        static UserKey fresh() {
            return new UserKey("AKIA" + random(), random() + random(), false);
        }

        UserKey asRevoked() {
            return new UserKey(id, secret, true);
        }

        UserKey asGood() {
            return new UserKey(id, secret, false);
        }

        String json() {
            return """
                   {"accessKeyId": "%s", "secretAccessKey": "%s", "account": "111122223333",
                    "arn": "arn:aws:iam::111122223333:user/shop", "revoked": %s}""".formatted(id, secret, revoked);
        }
    }

    /** Makes the state of the account known to AWS. */
    public void publish() {
        Cognito.identities("""
                {"unknownKeys": "REFUSE",
                 "keys": [%s, %s, %s],
                 "roles": [{"arn": "%s"%s}, {"arn": "%s"}],
                 "trustAnchors": [{"arn": "%s", "certificate": "%s"}]}""".formatted(
                        own("embedded"),
                        own("test"),
                        keys.stream().map(UserKey::json).collect(Collectors.joining(", ")),
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

    /** All keys that the user has by now. */
    public AwsAccount revokeKeys() {
        keys.replaceAll(UserKey::asRevoked);
        return this;
    }

    /** All keys but the newest. */
    public AwsAccount revokeOldKeys() {
        UserKey newest = keys.getFirst();
        keys.replaceAll(key -> key.equals(newest) ? key : key.asRevoked());
        return this;
    }

    /** All keys are good again. */
    public AwsAccount restoreKeys() {
        keys.replaceAll(UserKey::asGood);
        return this;
    }

    /** A further key of the user, which {@link #keys} is from then on. */
    public AwsAccount addKey() {
        keys.addFirst(UserKey.fresh());
        return this;
    }

    public String accessKeyId() {
        return keys.getFirst().id();
    }

    public String secretAccessKey() {
        return keys.getFirst().secret();
    }

    /** The choice of the user's newest keys. */
    public String keys() {
        return Choices.keys(accessKeyId(), secretAccessKey());
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
        return choose(newApp(), Choices.anywhere(certificate(kind)));
    }

    /** A certificate that the account trusts, with an intermediate one above it. */
    public Issued certificate(KeyKind kind) {
        return ROOT.intermediate("Below", KeyKind.EC).issue("shop", kind);
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

    private static String random() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }
}
