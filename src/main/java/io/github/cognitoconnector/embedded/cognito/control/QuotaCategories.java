package io.github.cognitoconnector.embedded.cognito.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which request quota an operation counts against (contract section 1). */
final class QuotaCategories {

    static final String AUTHENTICATION = "UserAuthentication";
    static final String ACCOUNT_RECOVERY = "UserAccountRecovery";

    private static final Set<String> RESPONSES = Set.of("RespondToAuthChallenge", "AdminRespondToAuthChallenge");
    private static final Set<String> PER_POOL =
            Set.of("UserPoolResourceRead", "UserPoolResourceUpdate", "UserPoolClientRead", "UserPoolClientUpdate");
    private static final Set<String> USER_READS = Set.of("UserRead", "UserResourceRead");
    private static final Set<String> USER_WRITES =
            Set.of("UserCreation", "UserUpdate", "UserResourceUpdate", ACCOUNT_RECOVERY);

    private static final Map<String, List<String>> OPERATIONS = Map.ofEntries(
            Map.entry("UserCreation", List.of("AdminCreateUser", "AdminConfirmSignUp", "SignUp", "ConfirmSignUp")),
            Map.entry("UserRead", List.of("AdminGetUser", "GetUser")),
            Map.entry("UserList", List.of("ListUsers", "ListUsersInGroup")),
            Map.entry(
                    "UserUpdate",
                    List.of(
                            "AdminUpdateUserAttributes",
                            "AdminDeleteUserAttributes",
                            "AdminDeleteUser",
                            "AdminDisableUser",
                            "AdminEnableUser",
                            "AdminUserGlobalSignOut",
                            "AdminAddUserToGroup",
                            "AdminRemoveUserFromGroup",
                            "AdminLinkProviderForUser",
                            "AdminDisableProviderForUser",
                            "GlobalSignOut",
                            "DeleteUser")),
            Map.entry(
                    ACCOUNT_RECOVERY,
                    List.of(
                            "AdminSetUserPassword",
                            "AdminResetUserPassword",
                            "ForgotPassword",
                            "ConfirmForgotPassword",
                            "ChangePassword")),
            Map.entry(
                    "UserResourceRead",
                    List.of(
                            "AdminListGroupsForUser",
                            "AdminListDevices",
                            "AdminListUserAuthEvents",
                            "ResendConfirmationCode")),
            Map.entry("UserResourceUpdate", List.of("AdminForgetDevice", "AdminSetUserMFAPreference")),
            Map.entry(
                    "UserPoolResourceRead",
                    List.of(
                            "ListGroups",
                            "GetGroup",
                            "DescribeUserPoolDomain",
                            "DescribeResourceServer",
                            "ListResourceServers",
                            "DescribeUserImportJob",
                            "GetCSVHeader")),
            Map.entry(
                    "UserPoolResourceUpdate",
                    List.of(
                            "CreateGroup",
                            "UpdateGroup",
                            "DeleteGroup",
                            "CreateUserPoolDomain",
                            "CreateResourceServer",
                            "CreateIdentityProvider",
                            "AddCustomAttributes",
                            "CreateUserImportJob",
                            "StartUserImportJob")),
            Map.entry("UserPoolRead", List.of("DescribeUserPool", "ListUserPools")),
            Map.entry("UserPoolUpdate", List.of("CreateUserPool", "UpdateUserPool", "DeleteUserPool")),
            Map.entry("UserPoolClientRead", List.of("DescribeUserPoolClient", "ListUserPoolClients")),
            Map.entry("UserPoolClientUpdate", List.of("CreateUserPoolClient")),
            Map.entry(
                    AUTHENTICATION,
                    List.of(
                            "InitiateAuth",
                            "AdminInitiateAuth",
                            "GetTokensFromRefreshToken",
                            "RespondToAuthChallenge",
                            "AdminRespondToAuthChallenge")),
            Map.entry("UserToken", List.of("RevokeToken")),
            Map.entry("ClientAuthentication", List.of("Token", "GetClientToken")),
            Map.entry("LimitManagement", List.of("GetProvisionedLimit", "UpdateProvisionedLimit")),
            Map.entry("UserFederation", List.of()));

    private static final Map<String, String> BY_OPERATION = byOperation();

    private QuotaCategories() {}

    private static Map<String, String> byOperation() {
        Map<String, String> categories = new HashMap<>();
        OPERATIONS.forEach(
                (category, operations) -> operations.forEach(operation -> categories.put(operation, category)));
        return Map.copyOf(categories);
    }

    /** Whether the operation answers a challenge. */
    static boolean isResponse(String operation) {
        return RESPONSES.contains(operation);
    }

    /** Whether each operation of the category is limited in each pool besides. */
    static boolean isPerPool(String category) {
        return PER_POOL.contains(category);
    }

    static boolean readsUser(String category) {
        return USER_READS.contains(category);
    }

    static boolean writesUser(String category) {
        return USER_WRITES.contains(category);
    }

    static Set<String> names() {
        return OPERATIONS.keySet();
    }

    static Optional<String> of(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }
}
