package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Where sessions for a trust anchor are made.
 *
 * @param region of the trust anchor
 */
record RolesAnywhereEndpoint(URI base, String region) {

    /** The region becomes a part of a host's name, so it must not hold anything else. */
    private static final Pattern TRUST_ANCHOR =
            Pattern.compile("arn:aws[a-z-]{0,20}:rolesanywhere:([a-z][a-z0-9-]{1,30}):[0-9]{12}:trust-anchor/[\\w-]+");

    /**
     * @param configured another endpoint than the region's own, from the operator
     * @throws ProblemException {@code CREDENTIALS_REJECTED} if it is not the ARN of a trust anchor
     */
    static RolesAnywhereEndpoint of(String trustAnchorArn, Optional<URI> configured) {
        Matcher arn = TRUST_ANCHOR.matcher(trustAnchorArn);
        if (!arn.matches()) {
            throw ProblemException.of(
                    ProblemType.CREDENTIALS_REJECTED, "The app's trustAnchorArn is not the ARN of a trust anchor.");
        }
        String region = arn.group(1);
        return new RolesAnywhereEndpoint(configured.orElseGet(() -> regional(region)), region);
    }

    /** The path of CreateSession, below that of the base. */
    String path() {
        String below = base.getRawPath() == null ? "" : base.getRawPath();
        return (below.endsWith("/") ? below.substring(0, below.length() - 1) : below) + "/sessions";
    }

    /** As in the header {@code Host}. */
    String host() {
        boolean usual = base.getPort() < 0 || SdkHttpUtils.isUsingStandardPort(base.getScheme(), base.getPort());
        return usual ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    private static URI regional(String region) {
        String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
        return URI.create("https://rolesanywhere." + region + "." + suffix);
    }
}
