package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** What every operation refuses: members left out, pools, users and clients that are not there, tokens that are none. */
@ContractSuite
@Section(1)
class OperationContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    /** It is no such domain that they complain of, or of a token that a signed-in user had to get. */
    private static final Set<String> NOT_OF_THE_POOL =
            Set.of("UpdateUserPoolDomain", "DeleteUserPoolDomain", "UpdateAuthEventFeedback");

    /** Those that make the user, and those that need a pool with more settings than the shared one. */
    private static final Set<String> NOT_OF_THE_USER = Set.of(
            "AdminCreateUser",
            "UpdateAuthEventFeedback",
            "AdminListUserAuthEvents",
            "AdminUpdateAuthEventFeedback",
            "AdminListDevices",
            "AdminGetDevice",
            "AdminForgetDevice",
            "AdminUpdateDeviceStatus");

    /** {@code RevokeToken} does not declare {@code ResourceNotFoundException}. */
    private static final Set<String> NOT_OF_THE_CLIENT = Set.of("RevokeToken");

    static Stream<AnyOperation> withRequiredMembers() {
        return AnyOperation.all().stream()
                .filter(operation -> !operation.required().isEmpty());
    }

    static Stream<AnyOperation> ofAPool() {
        return AnyOperation.all().stream()
                .filter(operation -> operation.requires("UserPoolId") && !NOT_OF_THE_POOL.contains(operation.name()));
    }

    static Stream<AnyOperation> ofAUser() {
        return AnyOperation.all().stream()
                .filter(operation -> operation.requires("UserPoolId", "Username"))
                .filter(operation -> !NOT_OF_THE_USER.contains(operation.name()));
    }

    static Stream<AnyOperation> ofAClient() {
        return AnyOperation.all().stream()
                .filter(operation -> operation.requires("ClientId") && !NOT_OF_THE_CLIENT.contains(operation.name()));
    }

    static Stream<AnyOperation> ofASignedInUser() {
        return AnyOperation.all().stream().filter(operation -> operation.requires("AccessToken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withRequiredMembers")
    void requiredMembersAreNamed(AnyOperation operation) {
        for (String member : operation.required()) {
            assertThat(refusal(() -> operation.callWithout(SDK, member)))
                    .isEqualTo("InvalidParameterException: 1 validation error detected: " + violation(member));
        }
        assertThat(refusal(() -> operation.send(SDK, Map.of())))
                .startsWith("InvalidParameterException: " + operation.required().size() + " validation error")
                .contains(operation.required().stream()
                        .map(OperationContractTest::violation)
                        .toArray(String[]::new));
    }

    private static String violation(String member) {
        return "Value null at '" + path(member) + "' failed to satisfy constraint: Member must not be null";
    }

    private static String path(String member) {
        return member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAPool")
    void poolHasToExist(AnyOperation operation) {
        assertThat(refusal(() -> operation.call(SDK, Map.of())))
                .isEqualTo("ResourceNotFoundException: User pool " + Samples.NOWHERE + " does not exist.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAUser")
    void userHasToExist(AnyOperation operation) {
        String pool = COGNITO.pool();
        Map<String, String> there = operation.requires("GroupName")
                ? Map.of("UserPoolId", pool, "GroupName", COGNITO.newGroup(pool))
                : Map.of("UserPoolId", pool);

        assertThat(refusal(() -> operation.call(SDK, there))).isEqualTo("UserNotFoundException: User does not exist.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAClient")
    void clientHasToExist(AnyOperation operation) {
        Map<String, String> there = operation.requires("UserPoolId") ? Map.of("UserPoolId", COGNITO.pool()) : Map.of();

        assertThat(refusal(() -> operation.call(SDK, there)))
                .isEqualTo("ResourceNotFoundException: User pool client nosuchclient does not exist.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofASignedInUser")
    void accessTokenHasToBeOne(AnyOperation operation) {
        Map<String, String> more =
                operation.requires("ProposedPassword") ? Map.of("PreviousPassword", "Other-Horse-41") : Map.of();

        assertThat(refusal(() -> operation.call(SDK, more))).isEqualTo("NotAuthorizedException: Invalid Access Token");
    }
}
