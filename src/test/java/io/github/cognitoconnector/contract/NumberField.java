package io.github.cognitoconnector.contract;

import java.util.function.BiConsumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;

/** The numbers of the contract's section 2 with an operation that takes each. */
@SuppressWarnings("ImmutableEnumChecker") // its operations hold nothing
enum NumberField {
    LIST_USERS_LIMIT(
            "limit",
            0,
            60,
            (sdk, n) -> sdk.listUsers(r -> r.userPoolId(NumberField.NOWHERE).limit(n))),
    LIST_USERS_IN_GROUP_LIMIT(
            "limit",
            0,
            60,
            (sdk, n) -> sdk.listUsersInGroup(
                    r -> r.userPoolId(NumberField.NOWHERE).groupName("group").limit(n))),
    LIST_GROUPS_LIMIT(
            "limit",
            0,
            60,
            (sdk, n) -> sdk.listGroups(r -> r.userPoolId(NumberField.NOWHERE).limit(n))),
    LIST_GROUPS_FOR_USER_LIMIT(
            "limit",
            0,
            60,
            (sdk, n) -> sdk.adminListGroupsForUser(
                    r -> r.userPoolId(NumberField.NOWHERE).username("user").limit(n))),
    LIST_DEVICES_LIMIT(
            "limit",
            0,
            60,
            (sdk, n) -> sdk.adminListDevices(
                    r -> r.userPoolId(NumberField.NOWHERE).username("user").limit(n))),
    LIST_AUTH_EVENTS_MAX_RESULTS(
            "maxResults",
            0,
            60,
            (sdk, n) -> sdk.adminListUserAuthEvents(
                    r -> r.userPoolId(NumberField.NOWHERE).username("user").maxResults(n))),
    LIST_USER_POOLS_MAX_RESULTS(
            "maxResults",
            1,
            60,
            (sdk, n) -> sdk.listUserPools(r -> r.maxResults(n).nextToken("forged"))),
    LIST_USER_POOL_CLIENTS_MAX_RESULTS(
            "maxResults",
            1,
            60,
            (sdk, n) -> sdk.listUserPoolClients(
                    r -> r.userPoolId(NumberField.NOWHERE).maxResults(n))),
    LIST_RESOURCE_SERVERS_MAX_RESULTS(
            "maxResults",
            1,
            50,
            (sdk, n) -> sdk.listResourceServers(
                    r -> r.userPoolId(NumberField.NOWHERE).maxResults(n))),
    PRECEDENCE(
            "precedence",
            0,
            Integer.MAX_VALUE,
            (sdk, n) -> sdk.updateGroup(
                    r -> r.userPoolId(NumberField.NOWHERE).groupName("group").precedence(n))),
    MINIMUM_LENGTH(
            "policies.passwordPolicy.minimumLength",
            6,
            99,
            (sdk, n) -> policy(sdk, PasswordPolicyType.builder().minimumLength(n))),
    TEMPORARY_PASSWORD_VALIDITY_DAYS(
            "policies.passwordPolicy.temporaryPasswordValidityDays",
            0,
            365,
            (sdk, n) -> policy(sdk, PasswordPolicyType.builder().temporaryPasswordValidityDays(n))),
    PASSWORD_HISTORY_SIZE(
            "policies.passwordPolicy.passwordHistorySize",
            0,
            24,
            (sdk, n) -> policy(sdk, PasswordPolicyType.builder().passwordHistorySize(n))),
    ACCESS_TOKEN_VALIDITY(
            "accessTokenValidity",
            1,
            86_400,
            (sdk, n) -> client(sdk, CreateUserPoolClientRequest.builder().accessTokenValidity(n))),
    ID_TOKEN_VALIDITY(
            "idTokenValidity",
            1,
            86_400,
            (sdk, n) -> client(sdk, CreateUserPoolClientRequest.builder().idTokenValidity(n))),
    REFRESH_TOKEN_VALIDITY(
            "refreshTokenValidity",
            0,
            315_360_000,
            (sdk, n) -> client(sdk, CreateUserPoolClientRequest.builder().refreshTokenValidity(n))),
    AUTH_SESSION_VALIDITY(
            "authSessionValidity",
            3,
            15,
            (sdk, n) -> client(sdk, CreateUserPoolClientRequest.builder().authSessionValidity(n)));

    private static final String NOWHERE = "eu-central-1_nowhere00";

    private final String path;
    private final int min;
    private final int max;
    private final BiConsumer<CognitoIdentityProviderClient, Integer> operation;

    NumberField(String path, int min, int max, BiConsumer<CognitoIdentityProviderClient, Integer> operation) {
        this.path = path;
        this.min = min;
        this.max = max;
        this.operation = operation;
    }

    /** Never creates a pool: usernames cannot be both addresses and names with aliases. */
    private static void policy(CognitoIdentityProviderClient sdk, PasswordPolicyType.Builder policy) {
        sdk.createUserPool(r -> r.poolName("pool")
                .usernameAttributesWithStrings("email")
                .aliasAttributesWithStrings("email")
                .policies(p -> p.passwordPolicy(policy.build())));
    }

    private static void client(CognitoIdentityProviderClient sdk, CreateUserPoolClientRequest.Builder client) {
        sdk.createUserPoolClient(client.userPoolId(NOWHERE).clientName("client").build());
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    void send(CognitoIdentityProviderClient sdk, int value) {
        operation.accept(sdk, value);
    }

    /** AWS's sentence on this field. */
    String violation(int value, String constraint) {
        return "Value '%d' at '%s' failed to satisfy constraint: Member must have value %s"
                .formatted(value, path, constraint);
    }
}
