package io.github.cognitoconnector.embedded.cognito.device;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.directory.PasswordHash;
import io.github.cognitoconnector.embedded.cognito.srp.Srp;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.SrpClient;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import io.github.cognitoconnector.embedded.cognito.testing.Tokens;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NewDeviceMetadataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class DeviceProofTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool POOL =
            FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(true)));
    private static final String SECRET = "what the device alone knows";
    private static final String INVALID_SESSION = "NotAuthorizedException: Invalid session";

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    /** A user, the device that the user confirmed, and the client's side of one proof. */
    private record Owner(String user, NewDeviceMetadataType device, SrpClient client) {

        static Owner create() {
            POOL.configure("OPTIONAL", FactorPool::sms);
            String user = POOL.user(attribute("phone_number", "+491701234567"));
            AuthenticationResultType first = POOL.signIn(user).authenticationResult();
            NewDeviceMetadataType device = first.newDeviceMetadata();
            PasswordHash secret = PasswordHash.of(device.deviceGroupKey() + device.deviceKey(), SECRET);
            SDK.confirmDevice(r -> r.accessToken(first.accessToken())
                    .deviceKey(device.deviceKey())
                    .deviceSecretVerifierConfig(
                            v -> v.salt(base64(secret.salt())).passwordVerifier(base64(Srp.verifier(secret.x())))));
            SDK.adminSetUserMFAPreference(
                    r -> r.userPoolId(POOL.pool()).username(user).smsMfaSettings(s -> s.enabled(true)));
            return new Owner(user, device, new SrpClient("pool_" + device.deviceGroupKey()));
        }

        private static String base64(BigInteger number) {
            return Base64.getEncoder().encodeToString(number.toByteArray());
        }

        InitiateAuthResponse signIn() {
            return POOL.signIn(user, Map.of("DEVICE_KEY", device.deviceKey()));
        }

        RespondToAuthChallengeResponse open(String session) {
            return POOL.answer(
                    ChallengeNameType.DEVICE_SRP_AUTH,
                    session,
                    Map.of("USERNAME", user, "DEVICE_KEY", device.deviceKey(), "SRP_A", client.open()));
        }

        RespondToAuthChallengeResponse prove(RespondToAuthChallengeResponse question, String secret) {
            Map<String, String> parameters = new HashMap<>(question.challengeParameters());
            parameters.put("USER_ID_FOR_SRP", device.deviceKey());
            Map<String, String> answer = client.answer(parameters, secret);
            answer.put("USERNAME", user);
            answer.put("DEVICE_KEY", device.deviceKey());
            return POOL.answer(ChallengeNameType.DEVICE_PASSWORD_VERIFIER, question.session(), answer);
        }
    }

    @Test
    void deviceStandsForTheSecondFactor() {
        Owner owner = Owner.create();
        assertThat(POOL.signIn(owner.user()).challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);

        RespondToAuthChallengeResponse question = owner.open(owner.signIn().session());
        assertThat(question.challengeName()).isEqualTo(ChallengeNameType.DEVICE_PASSWORD_VERIFIER);
        AuthenticationResultType result = owner.prove(question, SECRET).authenticationResult();
        assertThat(result.newDeviceMetadata()).isNull();
        assertThat(Tokens.verify(COGNITO, POOL.pool(), result.accessToken()))
                .containsEntry("device_key", owner.device().deviceKey());
        assertThat(refusal(() -> owner.prove(question, SECRET))).startsWith("NotAuthorizedException");
    }

    @Test
    void deviceHasToKnowItsSecret() {
        Owner owner = Owner.create();
        RespondToAuthChallengeResponse question = owner.open(owner.signIn().session());

        assertThat(refusal(() -> owner.prove(question, "another secret")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        assertThat(refusal(() -> owner.prove(question, SECRET))).startsWith("NotAuthorizedException");
    }

    @Test
    void questionIsForItsDeviceAndNeedsANumberOfTheGroup() {
        Owner owner = Owner.create();
        Owner other = Owner.create();
        String session = owner.signIn().session();

        assertThat(refusal(() -> other.open(session))).startsWith(INVALID_SESSION);
        assertThat(refusal(() -> POOL.answer(
                        ChallengeNameType.DEVICE_SRP_AUTH,
                        session,
                        Map.of(
                                "USERNAME",
                                owner.user(),
                                "DEVICE_KEY",
                                other.device().deviceKey(),
                                "SRP_A",
                                "2"))))
                .startsWith(INVALID_SESSION);
        assertThat(refusal(() -> POOL.answer(
                        ChallengeNameType.DEVICE_SRP_AUTH,
                        session,
                        Map.of(
                                "USERNAME",
                                owner.user(),
                                "DEVICE_KEY",
                                owner.device().deviceKey(),
                                "SRP_A",
                                SrpClient.zero()))))
                .startsWith("InvalidParameterException");
        assertThat(owner.open(session).challengeParameters())
                .containsEntry("DEVICE_KEY", owner.device().deviceKey());
        assertThat(refusal(() -> owner.open(session))).startsWith(INVALID_SESSION);
    }

    @Test
    void deviceThatIsNotRememberedAnyMoreProvesNothing() {
        Owner owner = Owner.create();
        String asked = owner.signIn().session();
        RespondToAuthChallengeResponse question = owner.open(owner.signIn().session());
        SDK.adminUpdateDeviceStatus(r -> r.userPoolId(POOL.pool())
                .username(owner.user())
                .deviceKey(owner.device().deviceKey())
                .deviceRememberedStatus("not_remembered"));

        assertThat(refusal(() -> owner.open(asked))).startsWith(INVALID_SESSION);
        assertThat(refusal(() -> owner.prove(question, SECRET))).startsWith(INVALID_SESSION);
        assertThat(owner.signIn().challengeName()).isEqualTo(ChallengeNameType.SMS_MFA);
    }

    @Test
    void forgottenDeviceProvesNothing() {
        Owner owner = Owner.create();
        RespondToAuthChallengeResponse question = owner.open(owner.signIn().session());
        SDK.adminForgetDevice(r -> r.userPoolId(POOL.pool())
                .username(owner.user())
                .deviceKey(owner.device().deviceKey()));

        assertThat(refusal(() -> owner.prove(question, SECRET)))
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
        assertThat(refusal(owner::signIn)).isEqualTo("ResourceNotFoundException: Device does not exist.");
    }

    /** Together with wrong passwords; after the twelfth failure the lockout lasts two minutes. */
    @Test
    void wrongProofIsAFailedSignIn() {
        Owner owner = Owner.create();
        int offset = 0;
        for (int failures = 1; failures < 12; failures++) {
            offset = waitFor(failures, offset);
            assertThat(refusal(() -> POOL.signIn(owner.user(), Map.of("PASSWORD", "Wrong-Horse-42"))))
                    .isEqualTo("NotAuthorizedException: Incorrect username or password.");
        }
        waitFor(12, offset);
        RespondToAuthChallengeResponse first = owner.open(owner.signIn().session());
        RespondToAuthChallengeResponse second = owner.open(owner.signIn().session());
        assertThat(refusal(() -> owner.prove(first, "another secret")))
                .isEqualTo("NotAuthorizedException: Incorrect username or password.");

        assertThat(refusal(() -> owner.prove(second, SECRET)))
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        assertThat(refusal(owner::signIn)).isEqualTo("NotAuthorizedException: Password attempts exceeded");
    }

    private static int waitFor(int failure, int offset) {
        int next = offset + (failure > 5 ? (1 << (failure - 6)) + 1 : 0);
        COGNITO.put("clock", "{\"offsetSeconds\": " + next + "}");
        return next;
    }
}
