package io.github.cognitoconnector.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Holds back addresses that send one bad token after the other, on this replica. Who is let in without a look at his token's
 * signature, since it was verified before, is let in from such an address too. Behind a proxy the address is the proxy's,
 * unless {@code quarkus.http.proxy} is set.
 */
@ApplicationScoped
class FailedAuthentications {

    private static final int ADDRESSES = 100_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Of an IPv6 address, in bytes: what one subscriber is given. */
    private static final int NETWORK = 8;

    private final LoadingCache<String, Bucket> allowances;

    FailedAuthentications(RatesConfig config) {
        int most = config.failedAuthenticationsPerMinute();
        this.allowances = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterAccess(PERIOD)
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, PERIOD))
                        .build());
    }

    /** @throws ProblemException {@code THROTTLED} if nothing is left of what the address may fail */
    void check(@Nullable SocketAddress address) {
        var left = allowances.get(network(address)).estimateAbilityToConsume(1);
        if (!left.canBeConsumed()) {
            throw ProblemException.retryAfter(
                    ProblemType.THROTTLED,
                    "Too many requests from this address had no valid token.",
                    Duration.ofNanos(left.getNanosToWaitForRefill()));
        }
    }

    /** A token from the address was refused. */
    void count(@Nullable SocketAddress address) {
        allowances.get(network(address)).tryConsume(1);
    }

    private static String network(@Nullable SocketAddress address) {
        if (address == null || address.hostAddress() == null) {
            return "";
        }
        String host = address.hostAddress();
        return host.indexOf(':') < 0 ? host : HexFormat.of().formatHex(bytes(host), 0, NETWORK);
    }

    /** What is written with colons is an address already, so nobody is asked for it. */
    private static byte[] bytes(String address) {
        try {
            return Arrays.copyOf(InetAddress.getByName(address).getAddress(), NETWORK);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Not an address", e);
        }
    }
}
