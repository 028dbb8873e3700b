package io.github.cognitoconnector.credentials;

/**
 * What a role session may do at most, whatever its role allows: anything with one user pool, nothing else.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session policies</a>
 */
final class SessionPolicy {

    private SessionPolicy() {}

    /** The pool lies in the role's own account, since user pools cannot be shared. */
    static String forPool(String roleArn, String region, String userPoolId) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cognito-idp:*",\
                "Resource":"arn:%s:cognito-idp:%s:%s:userpool/%s"}]}""".formatted(Arns.partition(roleArn), region, Arns.account(roleArn), userPoolId);
    }
}
