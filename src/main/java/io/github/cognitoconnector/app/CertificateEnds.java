package io.github.cognitoconnector.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * Certificates of apps that end before a moment.
 *
 * @param count of all of them
 * @param ended how many of them have ended already
 * @param first those that end first, in this order; at most {@value #MOST}
 */
public record CertificateEnds(long count, long ended, List<End> first) {

    /** How many are listed at most. */
    public static final int MOST = 1000;

    public static final CertificateEnds NONE = new CertificateEnds(0, 0, List.of());

    /** When the certificate of one app ends. */
    @RegisterForReflection
    public record End(String appId, Instant endsAt) {}
}
