package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ConfirmDeviceResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceRememberedStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;

@ContractSuite
@Section(1)
class DeviceContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Once<FactorPool> POOL = new Once<>(
            () -> FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(false))));
    private static final Once<FactorPool> ASKING = new Once<>(() ->
            FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.deviceOnlyRememberedOnUserPrompt(true))));
    private static final Once<FactorPool> PROVING = new Once<>(
            () -> FactorPool.create(COGNITO, r -> r.deviceConfiguration(d -> d.challengeRequiredOnNewDevice(true))));
    private static final Once<FactorPool> UNTRACKED = new Once<>(() -> FactorPool.create(COGNITO, r -> {}));
    private static final String MISSING = "ResourceNotFoundException: Device does not exist.";
    private static final String NOBODYS = "eu-central-1_00000000-0000-0000-0000-000000000000";
    private static final String NUMBER = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});

    @Test
    void signInOnANewDeviceTellsItsKey() {
        AuthenticationResultType result = signIn(POOL.get(), POOL.get().user());

        String key = result.newDeviceMetadata().deviceKey();
        assertThat(key).matches("[\\w-]+_[0-9a-f-]{36}");
        assertThat(result.newDeviceMetadata().deviceGroupKey()).isNotEmpty();
        assertThat(VerifiedToken.of(result.accessToken()).claims()).containsEntry("device_key", key);
        assertThat(VerifiedToken.of(result.idToken()).claims()).doesNotContainKey("device_key");
    }

    @Test
    void confirmedDeviceIsKnownAtTheNextSignIn() {
        String user = POOL.get().user();
        AuthenticationResultType first = signIn(POOL.get(), user);
        String key = first.newDeviceMetadata().deviceKey();
        assertThat(refusal(() -> POOL.get().signIn(user, Map.of("DEVICE_KEY", key))))
                .isEqualTo(MISSING);

        assertThat(confirm(first.accessToken(), key).userConfirmationNecessary())
                .isFalse();
        AuthenticationResultType second =
                POOL.get().signIn(user, Map.of("DEVICE_KEY", key)).authenticationResult();
        assertThat(second.newDeviceMetadata()).isNull();
        assertThat(VerifiedToken.of(second.accessToken()).claims()).containsEntry("device_key", key);
        // Without the key it is another device.
        assertThat(signIn(POOL.get(), user).newDeviceMetadata().deviceKey()).isNotEqualTo(key);
    }

    @Test
    void onlyTheDeviceOfTheSignInIsConfirmedAndOnce() {
        AuthenticationResultType result = signIn(POOL.get(), POOL.get().user());
        String token = result.accessToken();
        String key = result.newDeviceMetadata().deviceKey();

        assertThat(refusal(() -> confirm(token, NOBODYS)))
                .isEqualTo("InvalidParameterException: Invalid device key given.");
        assertThat(refusal(() -> SDK.confirmDevice(r -> r.accessToken(token).deviceKey(key))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.confirmDevice(r -> r.accessToken(token)
                        .deviceKey(key)
                        .deviceSecretVerifierConfig(v -> v.salt(NUMBER).passwordVerifier("no base 64")))))
                .startsWith("InvalidParameterException");
        confirm(token, key);
        assertThat(refusal(() -> confirm(token, key))).startsWith("DeviceKeyExistsException");
        assertThat(refusal(() -> confirm("a.b.c", key))).startsWith("NotAuthorizedException");
    }

    @Test
    void ownersSeeChangeAndForget() {
        String user = ASKING.get().user();
        AuthenticationResultType result = signIn(ASKING.get(), user);
        String token = result.accessToken();
        String key = result.newDeviceMetadata().deviceKey();
        assertThat(confirm(token, key).userConfirmationNecessary()).isTrue();

        DeviceType device =
                SDK.getDevice(r -> r.accessToken(token).deviceKey(key)).device();
        assertThat(device.deviceKey()).isEqualTo(key);
        assertThat(device.deviceCreateDate()).isNotNull();
        assertThat(toMap(device.deviceAttributes()))
                .containsEntry("device_name", "laptop")
                .containsEntry("dev:device_remembered_status", "not_remembered");
        SDK.updateDeviceStatus(
                r -> r.accessToken(token).deviceKey(key).deviceRememberedStatus(DeviceRememberedStatusType.REMEMBERED));
        assertThat(toMap(SDK.listDevices(r -> r.accessToken(token))
                        .devices()
                        .getFirst()
                        .deviceAttributes()))
                .containsEntry("dev:device_remembered_status", "remembered");

        SDK.forgetDevice(r -> r.accessToken(token).deviceKey(key));
        assertThat(SDK.listDevices(r -> r.accessToken(token)).devices()).isEmpty();
        assertThat(refusal(() -> SDK.getDevice(r -> r.accessToken(token).deviceKey(key))))
                .isEqualTo(MISSING);
        assertThat(refusal(() -> SDK.forgetDevice(r -> r.accessToken(token).deviceKey(key))))
                .isEqualTo(MISSING);
        assertThat(refusal(() -> SDK.updateDeviceStatus(
                        r -> r.accessToken(token).deviceKey(key).deviceRememberedStatus("remembered"))))
                .isEqualTo(MISSING);
        assertThat(refusal(() -> SDK.getDevice(r -> r.deviceKey(key)))).startsWith("NotAuthorizedException");
        assertThat(refusal(() -> SDK.forgetDevice(r -> r.deviceKey(key)))).startsWith("NotAuthorizedException");
    }

    @Test
    void administratorsSeeChangeAndForget() {
        String user = POOL.get().user();
        String key = confirmed(user);

        SDK.adminUpdateDeviceStatus(r -> r.userPoolId(POOL.get().pool())
                .username(user)
                .deviceKey(key)
                .deviceRememberedStatus(DeviceRememberedStatusType.NOT_REMEMBERED));
        assertThat(toMap(SDK.adminGetDevice(r ->
                                r.userPoolId(POOL.get().pool()).username(user).deviceKey(key))
                        .device()
                        .deviceAttributes()))
                .containsEntry("dev:device_remembered_status", "not_remembered");
        SDK.adminForgetDevice(
                r -> r.userPoolId(POOL.get().pool()).username(user).deviceKey(key));
        assertThat(refusal(() -> SDK.adminForgetDevice(
                        r -> r.userPoolId(POOL.get().pool()).username(user).deviceKey(key))))
                .isEqualTo(MISSING);
        assertThat(refusal(() -> SDK.adminGetDevice(
                        r -> r.userPoolId(POOL.get().pool()).username(user).deviceKey(NOBODYS))))
                .isEqualTo(MISSING);
        assertThat(refusal(() -> SDK.adminForgetDevice(
                        r -> r.userPoolId(POOL.get().pool()).username("nobody").deviceKey(key))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void listsComeInPages() {
        String user = POOL.get().user();
        List<String> confirmed = List.of(confirmed(user), confirmed(user), confirmed(user));

        List<String> seen = new ArrayList<>();
        SDK.adminListDevices(r -> r.userPoolId(POOL.get().pool()).username(user).limit(2)).devices().stream()
                .map(DeviceType::deviceKey)
                .forEach(seen::add);
        assertThat(seen).hasSize(2);
        String next = SDK.adminListDevices(
                        r -> r.userPoolId(POOL.get().pool()).username(user).limit(2))
                .paginationToken();
        var rest = SDK.adminListDevices(
                r -> r.userPoolId(POOL.get().pool()).username(user).limit(2).paginationToken(next));
        rest.devices().forEach(device -> seen.add(device.deviceKey()));
        assertThat(rest.paginationToken()).isNull();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(confirmed);
        assertThat(refusal(
                        () -> SDK.adminListDevices(r -> r.userPoolId(POOL.get().pool())
                                .username(POOL.get().user())
                                .paginationToken(next))))
                .startsWith("InvalidParameterException");
    }

    @Test
    void poolWithoutTrackingHasNoDevices() {
        String user = UNTRACKED.get().user();
        AuthenticationResultType result =
                UNTRACKED.get().signIn(user, Map.of("DEVICE_KEY", NOBODYS)).authenticationResult();
        assertThat(result.newDeviceMetadata()).isNull();
        assertThat(VerifiedToken.of(result.accessToken()).claims()).doesNotContainKey("device_key");

        assertThat(refusal(() -> SDK.adminListDevices(
                        r -> r.userPoolId(UNTRACKED.get().pool()).username(user))))
                .startsWith("InvalidUserPoolConfigurationException");
        assertThat(refusal(() -> SDK.listDevices(r -> r.accessToken(result.accessToken()))))
                .startsWith("InvalidUserPoolConfigurationException");
        assertThat(refusal(() -> confirm(result.accessToken(), NOBODYS)))
                .startsWith("InvalidUserPoolConfigurationException");
    }

    @Test
    void rememberedDeviceHasToProveItselfWhereThePoolWantsIt() {
        String user = PROVING.get().user();
        AuthenticationResultType first = signIn(PROVING.get(), user);
        String key = first.newDeviceMetadata().deviceKey();
        confirm(first.accessToken(), key);

        var challenge = PROVING.get().signIn(user, Map.of("DEVICE_KEY", key));
        assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.DEVICE_SRP_AUTH);
        assertThat(challenge.authenticationResult()).isNull();
        SDK.adminUpdateDeviceStatus(r -> r.userPoolId(PROVING.get().pool())
                .username(user)
                .deviceKey(key)
                .deviceRememberedStatus(DeviceRememberedStatusType.NOT_REMEMBERED));
        assertThat(PROVING.get().signIn(user, Map.of("DEVICE_KEY", key)).authenticationResult())
                .isNotNull();
    }

    private static AuthenticationResultType signIn(FactorPool pool, String user) {
        return pool.signIn(user).authenticationResult();
    }

    private static String confirmed(String user) {
        AuthenticationResultType result = signIn(POOL.get(), user);
        String key = result.newDeviceMetadata().deviceKey();
        confirm(result.accessToken(), key);
        return key;
    }

    private static ConfirmDeviceResponse confirm(String token, String key) {
        return SDK.confirmDevice(r -> r.accessToken(token)
                .deviceKey(key)
                .deviceName("laptop")
                .deviceSecretVerifierConfig(v -> v.salt(NUMBER).passwordVerifier(NUMBER)));
    }
}
