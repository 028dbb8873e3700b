package io.github.cognitoconnector.credentials;

/**
 * Who AWS takes the holder of credentials for.
 *
 * @param account id of the AWS account, 12 digits
 * @param arn of the user, role session or root
 */
public record CallerIdentity(String account, String arn) {}
