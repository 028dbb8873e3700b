package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.Permission;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderUserIdentifierType;

/**
 * Every operation of Cognito that this service calls: what IAM calls it, which of the service's permissions rests on it, and
 * a call that finds out whether it is allowed and changes nothing if it is. The policies in {@code deploy/aws} allow these
 * and no others; a test compares, and another one finds operations that are called and missing here.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html">Actions
 *     of Amazon Cognito user pools</a>
 */
enum CognitoAction {
    DESCRIBE_USER_POOL(
            "DescribeUserPool",
            Permission.USERS_READ,
            (cognito, on) -> cognito.describeUserPool(r -> r.userPoolId(on.pool()))),
    ADMIN_GET_USER(
            "AdminGetUser",
            Permission.USERS_READ,
            (cognito, on) -> cognito.adminGetUser(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    LIST_USERS(
            "ListUsers",
            Permission.USERS_READ,
            (cognito, on) -> cognito.listUsers(
                    r -> r.userPoolId(on.pool()).limit(1).filter("username = \"" + on.nobody() + "\""))),
    ADMIN_LIST_GROUPS_FOR_USER(
            "AdminListGroupsForUser",
            Permission.USERS_READ,
            (cognito, on) -> cognito.adminListGroupsForUser(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).limit(1))),
    DESCRIBE_USER_POOL_CLIENT(
            "DescribeUserPoolClient",
            Permission.USERS_READ,
            (cognito, on) ->
                    cognito.describeUserPoolClient(r -> r.userPoolId(on.pool()).clientId(on.noClient()))),

    ADMIN_LIST_DEVICES(
            "AdminListDevices",
            Permission.USERS_READ,
            (cognito, on) -> cognito.adminListDevices(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).limit(1))),
    ADMIN_LIST_USER_AUTH_EVENTS(
            "AdminListUserAuthEvents",
            Permission.USERS_READ,
            (cognito, on) -> cognito.adminListUserAuthEvents(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).maxResults(1))),

    LIST_USERS_IN_GROUP(
            "ListUsersInGroup",
            Permission.GROUPS_READ,
            (cognito, on) -> cognito.listUsersInGroup(
                    r -> r.userPoolId(on.pool()).groupName(on.noGroup()).limit(1))),
    /** Sends an invitation again, which cannot make a user: for one who does not exist it fails. */
    ADMIN_CREATE_USER(
            "AdminCreateUser",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminCreateUser(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).messageAction(MessageActionType.RESEND))),
    ADMIN_UPDATE_USER_ATTRIBUTES(
            "AdminUpdateUserAttributes",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminUpdateUserAttributes(r -> r.userPoolId(on.pool())
                    .username(on.nobody())
                    .userAttributes(
                            AttributeType.builder().name("nickname").value("").build()))),
    ADMIN_RESET_USER_PASSWORD(
            "AdminResetUserPassword",
            Permission.USERS_WRITE,
            (cognito, on) ->
                    cognito.adminResetUserPassword(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_ENABLE_USER(
            "AdminEnableUser",
            Permission.USERS_WRITE,
            (cognito, on) ->
                    cognito.adminEnableUser(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_DISABLE_USER(
            "AdminDisableUser",
            Permission.USERS_WRITE,
            (cognito, on) ->
                    cognito.adminDisableUser(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_USER_GLOBAL_SIGN_OUT(
            "AdminUserGlobalSignOut",
            Permission.USERS_WRITE,
            (cognito, on) ->
                    cognito.adminUserGlobalSignOut(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_SET_USER_PASSWORD(
            "AdminSetUserPassword",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminSetUserPassword(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).password(on.password()))),
    ADMIN_DELETE_USER(
            "AdminDeleteUser",
            Permission.USERS_WRITE,
            (cognito, on) ->
                    cognito.adminDeleteUser(r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_SET_USER_MFA_PREFERENCE(
            "AdminSetUserMFAPreference",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminSetUserMFAPreference(
                    r -> r.userPoolId(on.pool()).username(on.nobody()))),
    ADMIN_FORGET_DEVICE(
            "AdminForgetDevice",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminForgetDevice(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).deviceKey(on.noDevice()))),

    /** Links a user of the pool's own to nobody; only users of providers can be linked. */
    ADMIN_LINK_PROVIDER_FOR_USER(
            "AdminLinkProviderForUser",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminLinkProviderForUser(
                    r -> r.userPoolId(on.pool()).destinationUser(nobody(on)).sourceUser(nobody(on)))),
    ADMIN_DISABLE_PROVIDER_FOR_USER(
            "AdminDisableProviderForUser",
            Permission.USERS_WRITE,
            (cognito, on) -> cognito.adminDisableProviderForUser(
                    r -> r.userPoolId(on.pool()).user(nobody(on)))),
    GET_GROUP(
            "GetGroup",
            Permission.GROUPS_READ,
            (cognito, on) -> cognito.getGroup(r -> r.userPoolId(on.pool()).groupName(on.noGroup()))),

    /** Finds the group for {@link #CREATE_GROUP}. */
    LIST_GROUPS(
            "ListGroups",
            Permission.GROUPS_READ,
            (cognito, on) -> cognito.listGroups(r -> r.userPoolId(on.pool()).limit(1)).groups().stream()
                    .map(GroupType::groupName)
                    .forEach(on::seen)),

    /**
     * With the name of a group that exists, since no other call is sure to fail. Should that group be deleted between the
     * two calls, it is there again afterwards, without members.
     */
    CREATE_GROUP(
            "CreateGroup",
            Permission.GROUPS_WRITE,
            (cognito, on) -> cognito.createGroup(
                    r -> r.userPoolId(on.pool()).groupName(on.seenGroup().orElseThrow()))),
    UPDATE_GROUP(
            "UpdateGroup",
            Permission.GROUPS_WRITE,
            (cognito, on) -> cognito.updateGroup(r -> r.userPoolId(on.pool()).groupName(on.noGroup()))),
    DELETE_GROUP(
            "DeleteGroup",
            Permission.GROUPS_WRITE,
            (cognito, on) -> cognito.deleteGroup(r -> r.userPoolId(on.pool()).groupName(on.noGroup()))),
    ADMIN_ADD_USER_TO_GROUP(
            "AdminAddUserToGroup",
            Permission.GROUPS_WRITE,
            (cognito, on) -> cognito.adminAddUserToGroup(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).groupName(on.noGroup()))),
    ADMIN_REMOVE_USER_FROM_GROUP(
            "AdminRemoveUserFromGroup",
            Permission.GROUPS_WRITE,
            (cognito, on) -> cognito.adminRemoveUserFromGroup(
                    r -> r.userPoolId(on.pool()).username(on.nobody()).groupName(on.noGroup())));

    private final String operation;
    private final String permission;

    @SuppressWarnings("ImmutableEnumChecker") // the constants' lambdas hold nothing
    private final Probe probe;

    CognitoAction(String operation, String permission, Probe probe) {
        this.operation = operation;
        this.permission = permission;
        this.probe = probe;
    }

    /** A user of the pool's own. */
    private static Consumer<ProviderUserIdentifierType.Builder> nobody(ProbeTarget on) {
        return user -> user.providerName("Cognito")
                .providerAttributeName("Cognito_Subject")
                .providerAttributeValue(on.nobody());
    }

    /** Calls the operation so that nothing changes; that it fails is the rule. */
    @FunctionalInterface
    interface Probe {
        void ask(CognitoIdentityProviderClient cognito, ProbeTarget on);
    }

    /** Cognito's name of the operation. */
    String operation() {
        return operation;
    }

    /** As IAM spells it. */
    String iam() {
        return "cognito-idp:" + operation;
    }

    /** The service's permission whose operations do not work without it. */
    String permission() {
        return permission;
    }

    /** The policy that allows it, as a path in this repository. */
    String policy() {
        return "deploy/aws/" + permission.replace('.', '-') + ".json";
    }

    void ask(CognitoIdentityProviderClient cognito, ProbeTarget on) {
        probe.ask(cognito, on);
    }
}
