package io.github.cognitoconnector.embedded.cognito.wire;

import java.util.Set;

/** Every operation that Amazon Cognito user pools have, whether it is built here or not. */
public final class OperationNames {

    private static final Set<String> ALL = Set.of("""
            AddCustomAttributes AddUserPoolClientSecret AdminAddUserToGroup AdminConfirmSignUp AdminCreateUser
            AdminDeleteSoftwareToken AdminDeleteUser AdminDeleteUserAttributes AdminDisableProviderForUser
            AdminDisableUser AdminEnableUser AdminForgetDevice AdminGetDevice AdminGetUser
            AdminGetUserAuthFactors AdminInitiateAuth AdminLinkProviderForUser AdminListDevices
            AdminListGroupsForUser AdminListUserAuthEvents AdminRemoveUserFromGroup AdminResetUserPassword
            AdminRespondToAuthChallenge AdminSetUserMFAPreference AdminSetUserPassword AdminSetUserSettings
            AdminUpdateAuthEventFeedback AdminUpdateDeviceStatus AdminUpdateUserAttributes
            AdminUserGlobalSignOut AssociateSoftwareToken ChangePassword CompleteWebAuthnRegistration
            ConfirmDevice ConfirmForgotPassword ConfirmSignUp CreateGroup CreateIdentityProvider
            CreateManagedLoginBranding CreateResourceServer CreateTerms CreateUserImportJob CreateUserPool
            CreateUserPoolClient CreateUserPoolDomain CreateUserPoolReplica DeleteGroup DeleteIdentityProvider
            DeleteManagedLoginBranding DeleteResourceServer DeleteTerms DeleteUser DeleteUserAttributes
            DeleteUserPool DeleteUserPoolClient DeleteUserPoolClientSecret DeleteUserPoolDomain
            DeleteUserPoolReplica DeleteWebAuthnCredential DescribeIdentityProvider DescribeManagedLoginBranding
            DescribeManagedLoginBrandingByClient DescribeResourceServer DescribeRiskConfiguration DescribeTerms
            DescribeTermsByClient DescribeUserImportJob DescribeUserPool DescribeUserPoolClient
            DescribeUserPoolDomain ForgetDevice ForgotPassword GetCSVHeader GetClientToken GetDevice GetGroup
            GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetProvisionedLimit
            GetSigningCertificate GetTokensFromRefreshToken GetUICustomization GetUser
            GetUserAttributeVerificationCode GetUserAuthFactors GetUserPoolMfaConfig GlobalSignOut InitiateAuth
            ListDevices ListGroups ListIdentityProviders ListResourceServers ListTagsForResource ListTerms
            ListUserImportJobs ListUserPoolClientSecrets ListUserPoolClients ListUserPoolReplicas ListUserPools
            ListUsers ListUsersInGroup ListWebAuthnCredentials ResendConfirmationCode RespondToAuthChallenge
            RevokeToken SetLogDeliveryConfiguration SetRiskConfiguration SetUICustomization SetUserMFAPreference
            SetUserPoolMfaConfig SetUserSettings SignUp StartUserImportJob StartWebAuthnRegistration
            StopUserImportJob TagResource UntagResource UpdateAuthEventFeedback UpdateDeviceStatus UpdateGroup
            UpdateIdentityProvider UpdateManagedLoginBranding UpdateProvisionedLimit UpdateResourceServer
            UpdateTerms UpdateUserAttributes UpdateUserPool UpdateUserPoolClient UpdateUserPoolDomain
            UpdateUserPoolReplica VerifySoftwareToken VerifyUserAttribute""".strip().split("\\s+", -1));

    private OperationNames() {}

    public static Set<String> all() {
        return ALL;
    }

    public static boolean isReal(String name) {
        return ALL.contains(name);
    }
}
