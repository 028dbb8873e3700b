package io.github.cognitoconnector.credentials;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * What the names of roles, trust anchors and profiles say.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
final class Arns {

    static final String ROLE = "arn:aws[a-z-]*:iam::[0-9]{12}:role/([\\x21-\\x7e]{1,510}/)?[\\w+=,.@-]{1,64}";
    static final String TRUST_ANCHOR =
            "arn:aws[a-z-]*:rolesanywhere:[a-z]{2,}(-[a-z]+)+-[0-9]:[0-9]{12}:trust-anchor/[\\w-]{1,64}";
    static final String PROFILE =
            "arn:aws[a-z-]*:rolesanywhere:[a-z]{2,}(-[a-z]+)+-[0-9]:[0-9]{12}:profile/[\\w-]{1,64}";

    private Arns() {}

    static String partition(String arn) {
        return part(arn, 1);
    }

    static String region(String arn) {
        return part(arn, 3);
    }

    static String account(String arn) {
        return part(arn, 4);
    }

    /** The partition that a region belongs to: {@code aws}, {@code aws-cn}, {@code aws-us-gov} and so on. */
    static String partitionOf(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    private static String part(String arn, int index) {
        return arn.split(":", 6)[index];
    }
}
