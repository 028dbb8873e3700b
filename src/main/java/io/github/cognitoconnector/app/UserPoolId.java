package io.github.cognitoconnector.app;

/**
 * Cognito's user pool ids, {@code <region>_<id>}.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html">UserPoolType</a>
 */
public final class UserPoolId {

    /** Stricter than Cognito's own pattern, which has no room for a region. */
    public static final String PATTERN = "[a-z]{2,}(-[a-z]+)+-[0-9]_[0-9a-zA-Z]+";

    public static final int MAX_LENGTH = 55;

    private UserPoolId() {}

    /** The AWS region that the pool lives in; the only place where the region comes from. */
    public static String region(String userPoolId) {
        return userPoolId.substring(0, userPoolId.indexOf('_'));
    }
}
