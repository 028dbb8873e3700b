package io.github.cognitoconnector.app;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Cognito counts requests by, for each AWS account and region, all pools together: AWS's names, AWS's defaults, and
 * the operations of each that this service calls.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Quotas in Amazon Cognito</a>
 */
public enum QuotaCategory {
    USER_AUTHENTICATION("UserAuthentication", 120),
    USER_CREATION("UserCreation", 50, "AdminCreateUser", "SignUp", "ConfirmSignUp"),
    USER_FEDERATION("UserFederation", 25),
    USER_ACCOUNT_RECOVERY("UserAccountRecovery", 30, "AdminResetUserPassword", "AdminSetUserPassword"),
    USER_READ("UserRead", 120, "AdminGetUser"),
    USER_UPDATE(
            "UserUpdate",
            25,
            "AdminAddUserToGroup",
            "AdminDeleteUser",
            "AdminDisableProviderForUser",
            "AdminDisableUser",
            "AdminEnableUser",
            "AdminLinkProviderForUser",
            "AdminRemoveUserFromGroup",
            "AdminUpdateUserAttributes",
            "AdminUserGlobalSignOut"),
    USER_TOKEN("UserToken", 120),
    USER_RESOURCE_READ(
            "UserResourceRead",
            50,
            "AdminListDevices",
            "AdminListGroupsForUser",
            "AdminListUserAuthEvents",
            "ResendConfirmationCode"),
    USER_RESOURCE_UPDATE("UserResourceUpdate", 25, "AdminForgetDevice", "AdminSetUserMFAPreference"),
    USER_LIST("UserList", 30, "ListUsers", "ListUsersInGroup"),
    USER_POOL_READ("UserPoolRead", 15, "DescribeUserPool"),
    USER_POOL_UPDATE("UserPoolUpdate", 15),
    USER_POOL_RESOURCE_READ("UserPoolResourceRead", 20, "GetGroup", "ListGroups"),
    USER_POOL_RESOURCE_UPDATE("UserPoolResourceUpdate", 15, "CreateGroup", "DeleteGroup", "UpdateGroup"),
    USER_POOL_CLIENT_READ("UserPoolClientRead", 15, "DescribeUserPoolClient"),
    USER_POOL_CLIENT_UPDATE("UserPoolClientUpdate", 15),
    CLIENT_AUTHENTICATION("ClientAuthentication", 150),

    /** No category of AWS's: what each operation of some categories has in each pool besides. */
    PER_POOL_AND_OPERATION("PerPoolAndOperation", 5);

    /** Requests a second that a limit can be at the least. */
    public static final String LEAST = "0.1";

    /** Requests a second that a limit can be at the most. */
    public static final String MOST = "100000";

    private static final Set<QuotaCategory> PER_POOL =
            Set.of(USER_POOL_RESOURCE_READ, USER_POOL_RESOURCE_UPDATE, USER_POOL_CLIENT_READ, USER_POOL_CLIENT_UPDATE);

    private static final Map<String, QuotaCategory> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(QuotaCategory::awsName, Function.identity()));

    private static final Map<String, QuotaCategory> BY_OPERATION = Stream.of(values())
            .flatMap(category -> category.operations.stream().map(operation -> Map.entry(operation, category)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String awsName;
    private final double perSecond;

    @SuppressWarnings("ImmutableEnumChecker") // it is a copy
    private final Set<String> operations;

    QuotaCategory(String awsName, double perSecond, String... operations) {
        this.awsName = awsName;
        this.perSecond = perSecond;
        this.operations = Set.copyOf(Arrays.asList(operations));
    }

    public static Optional<QuotaCategory> named(String awsName) {
        return Optional.ofNullable(BY_NAME.get(awsName));
    }

    /** @throws IllegalStateException if the service was not meant to call the operation */
    public static QuotaCategory of(String operation) {
        QuotaCategory category = BY_OPERATION.get(operation);
        if (category == null) {
            throw new IllegalStateException("QuotaCategory does not say what " + operation + " counts against");
        }
        return category;
    }

    /** Cognito's names of the operations that this service calls. */
    public static Set<String> operations() {
        return BY_OPERATION.keySet();
    }

    public String awsName() {
        return awsName;
    }

    /** AWS's default, in requests a second. */
    public double perSecond() {
        return perSecond;
    }

    /** Whether each operation is limited in each pool besides, by {@link #PER_POOL_AND_OPERATION}. */
    public boolean isLimitedPerPool() {
        return PER_POOL.contains(this);
    }
}
