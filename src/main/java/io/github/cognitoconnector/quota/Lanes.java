package io.github.cognitoconnector.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The lanes in use on this replica. One that nobody has used for a while is forgotten; its slots are over. */
@ApplicationScoped
class Lanes {

    private static final int MOST = 100_000;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final QuotaBuckets buckets;
    private final double reserve;
    private final Cache<Key, Lane> lanes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(IDLE).build();

    Lanes(QuotaBuckets buckets, QuotaConfig config) {
        this.buckets = buckets;
        this.reserve = config.reserve();
    }

    private record Key(Bucket bucket, Urgency urgency, double rate) {}

    Lane of(Bucket bucket, Urgency urgency, double rate) {
        return lanes.get(
                new Key(bucket, urgency, rate), key -> new Lane(key.bucket, key.urgency, key.rate, reserve, buckets));
    }

    /** How many calls on this replica have no slot yet, by the name of the bucket. */
    Map<String, Integer> waiting() {
        return lanes.asMap().values().stream()
                .collect(Collectors.groupingBy(lane -> lane.bucket().name(), Collectors.summingInt(Lane::waiting)));
    }
}
