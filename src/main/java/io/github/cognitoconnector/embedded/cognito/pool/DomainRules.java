package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** Which domains Cognito takes. The words are those that AWS has been seen to answer. */
final class DomainRules {

    private static final Pattern PREFIX = Pattern.compile("^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$");
    private static final Pattern WHOLE_NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){2,}[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");
    private static final String CERTIFICATES = "us-east-1";

    private DomainRules() {}

    static void checkName(String name, ObjectNode stated) {
        if (stated.has("CustomDomainConfig")) {
            if (!WHOLE_NAME.matcher(name).matches()) {
                throw Refusal.invalidParameter("Custom domain is not a valid subdomain");
            }
            return;
        }
        if (!PREFIX.matcher(name).matches()) {
            throw Refusal.invalidParameter("The domain name contains an invalid character. Domain names can only"
                    + " contain lower-case letters, numbers, and hyphens. Please enter a different name that follows"
                    + " this format: " + PREFIX);
        }
        for (String segment : name.split("-", -1)) {
            if (RESERVED.contains(segment)) {
                throw Refusal.invalidParameter("Domain cannot contain reserved word: " + segment);
            }
        }
    }

    static void check(PoolSettings settings, ObjectNode stated) {
        int version = stated.path("ManagedLoginVersion").asInt(1);
        if (version != 1 && version != 2) {
            throw Refusal.invalidParameter("ManagedLoginVersion must be 1 or 2.");
        }
        if (version == 2) {
            TierRules.requirePaid(settings, "Managed Login Version 2");
        }
        String certificate =
                stated.path("CustomDomainConfig").path("CertificateArn").asText("");
        if (!certificate.isEmpty() && !certificate.split(":", -1)[3].equals(CERTIFICATES)) {
            throw Refusal.invalidParameter("The specified SSL certificate doesn't exist, isn't in us-east-1 region,"
                    + " isn't valid, or doesn't include a valid certificate chain.");
        }
        if (stated.has("Routing") && !stated.has("CustomDomainConfig")) {
            throw Refusal.invalidParameter("Routing is only supported for custom domains.");
        }
    }
}
