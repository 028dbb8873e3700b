package io.github.cognitoconnector.embedded.cognito.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which request quota an operation counts against (contract section 1); an operation that the contract does not list
 * counts with those that are most like it.
 */
final class QuotaCategories {

    static final String AUTHENTICATION = "UserAuthentication";
    static final String ACCOUNT_RECOVERY = "UserAccountRecovery";

    private static final Set<String> RESPONSES = Set.of("RespondToAuthChallenge", "AdminRespondToAuthChallenge");
    private static final Set<String> PER_POOL =
            Set.of("UserPoolResourceRead", "UserPoolResourceUpdate", "UserPoolClientRead", "UserPoolClientUpdate");
    private static final Set<String> USER_READS = Set.of("UserRead", "UserResourceRead");
    private static final Set<String> USER_WRITES =
            Set.of("UserCreation", "UserUpdate", "UserResourceUpdate", ACCOUNT_RECOVERY);

    private static final String CATEGORIES = """
            UserCreation: AdminConfirmSignUp AdminCreateUser ConfirmSignUp SignUp
            UserRead: AdminGetUser GetUser
            UserList: ListUsers ListUsersInGroup
            UserUpdate: AdminAddUserToGroup AdminDeleteUser AdminDeleteUserAttributes
              AdminDisableProviderForUser AdminDisableUser AdminEnableUser AdminLinkProviderForUser
              AdminRemoveUserFromGroup AdminUpdateUserAttributes AdminUserGlobalSignOut DeleteUser
              DeleteUserAttributes GlobalSignOut UpdateUserAttributes
            UserAccountRecovery: AdminResetUserPassword AdminSetUserPassword ChangePassword
              ConfirmForgotPassword ForgotPassword
            UserResourceRead: AdminGetDevice AdminGetUserAuthFactors AdminListDevices AdminListGroupsForUser
              AdminListUserAuthEvents GetDevice GetUserAttributeVerificationCode GetUserAuthFactors ListDevices
              ListWebAuthnCredentials ResendConfirmationCode
            UserResourceUpdate: AdminDeleteSoftwareToken AdminForgetDevice AdminSetUserMFAPreference
              AdminSetUserSettings AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AssociateSoftwareToken
              CompleteWebAuthnRegistration ConfirmDevice DeleteWebAuthnCredential ForgetDevice
              SetUserMFAPreference SetUserSettings StartWebAuthnRegistration UpdateAuthEventFeedback
              UpdateDeviceStatus VerifySoftwareToken VerifyUserAttribute
            UserPoolResourceRead: DescribeIdentityProvider DescribeManagedLoginBranding
              DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeRiskConfiguration
              DescribeTerms DescribeTermsByClient DescribeUserImportJob DescribeUserPoolDomain GetCSVHeader
              GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetSigningCertificate
              GetUICustomization GetUserPoolMfaConfig ListGroups ListIdentityProviders ListResourceServers
              ListTagsForResource ListTerms ListUserImportJobs
            UserPoolResourceUpdate: AddCustomAttributes CreateGroup CreateIdentityProvider
              CreateManagedLoginBranding CreateResourceServer CreateTerms CreateUserImportJob
              CreateUserPoolDomain DeleteGroup DeleteIdentityProvider DeleteManagedLoginBranding
              DeleteResourceServer DeleteTerms DeleteUserPoolDomain SetLogDeliveryConfiguration
              SetRiskConfiguration SetUICustomization SetUserPoolMfaConfig StartUserImportJob StopUserImportJob
              TagResource UntagResource UpdateGroup UpdateIdentityProvider UpdateManagedLoginBranding
              UpdateResourceServer UpdateTerms UpdateUserPoolDomain
            UserPoolRead: DescribeUserPool ListUserPoolReplicas ListUserPools
            UserPoolUpdate: CreateUserPool CreateUserPoolReplica DeleteUserPool DeleteUserPoolReplica
              UpdateUserPool UpdateUserPoolReplica
            UserPoolClientRead: DescribeUserPoolClient ListUserPoolClientSecrets ListUserPoolClients
            UserPoolClientUpdate: AddUserPoolClientSecret CreateUserPoolClient DeleteUserPoolClient
              DeleteUserPoolClientSecret UpdateUserPoolClient
            UserAuthentication: AdminInitiateAuth AdminRespondToAuthChallenge GetTokensFromRefreshToken
              InitiateAuth RespondToAuthChallenge
            UserToken: RevokeToken
            ClientAuthentication: GetClientToken Token
            LimitManagement: GetProvisionedLimit UpdateProvisionedLimit
            UserFederation:""";

    private static final Set<String> NAMES = new HashSet<>();
    private static final Map<String, String> BY_OPERATION = byOperation();

    private QuotaCategories() {}

    private static Map<String, String> byOperation() {
        Map<String, String> categories = new HashMap<>();
        String category = "";
        for (String word : CATEGORIES.strip().split("\\s+", -1)) {
            if (word.endsWith(":")) {
                category = word.substring(0, word.length() - 1);
                NAMES.add(category);
            } else {
                categories.put(word, category);
            }
        }
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
        return Set.copyOf(NAMES);
    }

    static Optional<String> of(String operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }
}
