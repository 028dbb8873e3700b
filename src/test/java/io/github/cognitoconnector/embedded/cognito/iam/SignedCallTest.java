package io.github.cognitoconnector.embedded.cognito.iam;

import static io.github.cognitoconnector.embedded.cognito.testing.Callers.KNOWN;
import static io.github.cognitoconnector.embedded.cognito.testing.Callers.refusal;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Callers;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What an operation of Cognito that has to be signed makes of its signature. */
class SignedCallTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Callers CALLERS = new Callers(COGNITO);
    private static final String TARGET = "AWSCognitoIdentityProviderService.";
    private static final String INVALID =
            "400 UnrecognizedClientException: The security token included in the request is invalid.";
    private static final String DENIED = "400 AccessDeniedException: User: %s is not authorized to perform:"
            + " cognito-idp:AdminGetUser on resource: arn:aws:cognito-idp:us-east-1:123456789012:userpool/%s ";
    private static final String NOT_ALLOWED =
            "because no identity-based policy allows the cognito-idp:AdminGetUser action";
    private static final String KNOWN_ARN = "arn:aws:iam::123456789012:user/AKIAKNOWN";
    private static final String POOL_ARN = "arn:aws:cognito-idp:*:123456789012:userpool/";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @BeforeEach
    void register() {
        CALLERS.register("");
    }

    @AfterEach
    void reset() {
        CALLERS.reset();
    }

    private static AwsCredentials limitedTo(String pool) {
        String policy = Callers.policy("Allow", "cognito-idp:*", POOL_ARN + pool);
        return CALLERS.session(r -> r.policy(policy));
    }

    @Test
    void knownKeyIsBelievedWithItsSecretOnly() {
        CALLERS.read(KNOWN);

        assertThat(CALLERS.refusalOfReading(AwsBasicCredentials.create("AKIAKNOWN", "another"), DEMO))
                .startsWith("400 InvalidSignatureException: The request signature we calculated does not match");
    }

    @Test
    void sessionIsBelieved() {
        CALLERS.read(CALLERS.session(r -> {}));
    }

    @Test
    void sessionNeedsItsToken() {
        AwsSessionCredentials session = CALLERS.session(r -> {});
        String id = session.accessKeyId();
        String secret = session.secretAccessKey();

        assertThat(CALLERS.refusalOfReading(AwsBasicCredentials.create(id, secret), DEMO))
                .isEqualTo(INVALID);
        assertThat(CALLERS.refusalOfReading(AwsSessionCredentials.create(id, secret, "another"), DEMO))
                .isEqualTo(INVALID);
        assertThat(CALLERS.refusalOfReading(AwsSessionCredentials.create(id, "x", session.sessionToken()), DEMO))
                .startsWith("400 InvalidSignatureException: ");
    }

    @Test
    void keyOfAUserHasNoToken() {
        AwsCredentials strange = AwsSessionCredentials.create(KNOWN.accessKeyId(), KNOWN.secretAccessKey(), "token");

        assertThat(CALLERS.refusalOfReading(strange, DEMO)).isEqualTo(INVALID);
    }

    @Test
    void sessionEnds() {
        AwsCredentials session = CALLERS.session(r -> r.durationSeconds(900));
        COGNITO.put("clock", "{\"offsetSeconds\":300}");
        CALLERS.read(session);
        COGNITO.put("clock", "{\"offsetSeconds\":901}");

        assertThat(CALLERS.refusalOfReading(session, DEMO))
                .isEqualTo("400 ExpiredTokenException: The security token included in the request is expired");
    }

    @Test
    void revokedKeyIsNobodys() {
        CALLERS.register(",\"revoked\":true");

        assertThat(CALLERS.refusalOfReading(KNOWN, DEMO)).isEqualTo(INVALID);
    }

    @Test
    void deniedActionIsRefusedAndOthersAreNot() {
        CALLERS.register(",\"denied\":[\"cognito-idp:AdminGetUser\"]");

        assertThat(CALLERS.refusalOfReading(KNOWN, DEMO)).isEqualTo(DENIED.formatted(KNOWN_ARN, DEMO) + NOT_ALLOWED);
        try (CognitoIdentityProviderClient sdk = CALLERS.cognito(KNOWN)) {
            assertThat(sdk.listUsers(r -> r.userPoolId(DEMO)).users()).isNotEmpty();
        }
    }

    @Test
    void permissionIsAskedBeforeWhatThereIsAndAfterTheForm() {
        CALLERS.register(",\"denied\":[\"cognito-idp:AdminGetUser\"]");
        String missing = "us-east-1_missing";

        assertThat(CALLERS.refusalOfReading(KNOWN, missing))
                .isEqualTo(DENIED.formatted(KNOWN_ARN, missing) + NOT_ALLOWED);
        assertThat(CALLERS.refusalOfReading(KNOWN, "no pool")).startsWith("400 InvalidParameterException: ");
    }

    @Test
    void operationWithoutAPoolIsAboutAllThereIs() {
        CALLERS.register(",\"denied\":[\"cognito-idp:ListUserPools\"]");

        try (CognitoIdentityProviderClient sdk = CALLERS.cognito(KNOWN)) {
            assertThat(refusal(() -> sdk.listUserPools(r -> r.maxResults(1))))
                    .contains("to perform: cognito-idp:ListUserPools on resource: * because");
        }
    }

    @Test
    void policyLimitsTheSessionToItsPool() {
        AwsCredentials session = limitedTo(DEMO);
        CALLERS.read(session);

        assertThat(CALLERS.refusalOfReading(session, OTHER))
                .isEqualTo(DENIED.formatted(Callers.SESSION_ARN, OTHER)
                        + "because no session policy allows the cognito-idp:AdminGetUser action");
        try (CognitoIdentityProviderClient sdk = CALLERS.cognito(session)) {
            assertThat(refusal(() -> sdk.listUserPools(r -> r.maxResults(1))))
                    .startsWith("400 AccessDeniedException: ");
            assertThat(refusal(() ->
                            sdk.listTagsForResource(r -> r.resourceArn(POOL_ARN.replace("*", "us-east-1") + OTHER))))
                    .startsWith("400 AccessDeniedException: ");
        }
    }

    @Test
    void policyThatDeniesWins() {
        String policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"cognito-idp:*\"],\"Resource\":[\"*\"]},"
                + "{\"Effect\":\"Deny\",\"Action\":\"cognito-idp:adminget*\",\"Resource\":\"*\"}]}";
        AwsCredentials session = CALLERS.session(r -> r.policy(policy));

        assertThat(CALLERS.refusalOfReading(session, DEMO)).contains("because no session policy allows");
        try (CognitoIdentityProviderClient sdk = CALLERS.cognito(session)) {
            assertThat(sdk.listUsers(r -> r.userPoolId(DEMO)).users()).isNotEmpty();
        }
    }

    @Test
    void actionsDeniedToARoleAreDeniedToItsSessionsAtOnce() {
        AwsCredentials session = CALLERS.session(r -> {});
        CALLERS.read(session);
        CALLERS.registerRole(",\"deniedActions\":[\"cognito-idp:AdminGetUser\"]");

        assertThat(CALLERS.refusalOfReading(session, DEMO))
                .isEqualTo(DENIED.formatted(Callers.SESSION_ARN, DEMO) + NOT_ALLOWED);
        CALLERS.registerRole("");
        CALLERS.read(session);
    }

    @Test
    void revocationOfARoleStrikesTheSessionsThatThereAre() {
        AwsCredentials before = CALLERS.session(r -> {});
        CALLERS.register("", "\"roles\":[{\"arn\":\"" + Callers.ROLE + "\",\"revoked\":true}]");

        assertThat(CALLERS.refusalOfReading(before, DEMO))
                .isEqualTo(DENIED.formatted(Callers.SESSION_ARN, DEMO)
                        + "with an explicit deny in an identity-based policy");
        CALLERS.read(CALLERS.session(r -> {}));
    }

    @Test
    void unknownKeyIsBelievedUnlessRefused() {
        AwsCredentials unknown = AwsBasicCredentials.create("AKIAUNKNOWN", "whatever");
        CALLERS.read(unknown);
        CALLERS.register("", "\"unknownKeys\":\"REFUSE\"");

        assertThat(CALLERS.refusalOfReading(unknown, DEMO)).isEqualTo(INVALID);
        CALLERS.read(KNOWN);
    }

    @Test
    void operationsThatNeedNoSignatureAskForNone() {
        CALLERS.register("", "\"unknownKeys\":\"REFUSE\"");

        assertThat(COGNITO.operation(TARGET + "GetUser", "{\"AccessToken\":\"x\"}")
                        .body())
                .contains("\"NotAuthorizedException\"");
        assertThat(COGNITO.operation(TARGET + "ListUsers", "{\"UserPoolId\":\"us-east-1_demo\"}")
                        .body())
                .contains("\"MissingAuthenticationTokenException\"");
    }

    @Test
    void halfASignatureOfAKnownKeyIsIncomplete() {
        HttpResponse<String> response = COGNITO.operation(
                TARGET + "ListUsers",
                "{\"UserPoolId\":\"us-east-1_demo\"}",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAKNOWN/20260101/us-east-1/cognito-idp/aws4_request");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("x-amzn-errortype")).hasValue("IncompleteSignatureException");
    }
}
