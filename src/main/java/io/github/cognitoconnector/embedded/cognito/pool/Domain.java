package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Locale;

/**
 * A domain of a pool's sign-in pages. Nothing answers there; it can be configured, described and deleted.
 *
 * @param name a prefix, or a whole name if it is a custom domain
 * @param stated {@code ManagedLoginVersion}, {@code CustomDomainConfig} and {@code Routing} of the last request
 */
record Domain(String name, String region, String poolId, ObjectNode stated) {

    private static final String ACCOUNT = "123456789012";

    boolean isCustom() {
        return stated.has("CustomDomainConfig");
    }

    /** The answer to its creation and update. */
    ObjectNode result() {
        ObjectNode result = Json.object().put("ManagedLoginVersion", version());
        if (isCustom()) {
            result.put("CloudFrontDomain", distribution());
        }
        if (stated.has("Routing")) {
            result.set("Routing", stated.get("Routing"));
        }
        return result;
    }

    ObjectNode describe() {
        return stated.deepCopy()
                .put("UserPoolId", poolId)
                .put("AWSAccountId", ACCOUNT)
                .put("Domain", name)
                .put("S3Bucket", "aws-cognito-prod-" + region + "-assets")
                .put("CloudFrontDistribution", distribution())
                .put("Version", "1")
                .put("Status", "ACTIVE")
                .put("ManagedLoginVersion", version());
    }

    private int version() {
        return stated.path("ManagedLoginVersion").asInt(1);
    }

    private String distribution() {
        return "d" + Integer.toString(name.hashCode() & Integer.MAX_VALUE, 36).toLowerCase(Locale.ROOT)
                + ".cloudfront.net";
    }
}
