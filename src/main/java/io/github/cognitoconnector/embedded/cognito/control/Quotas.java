package io.github.cognitoconnector.embedded.cognito.control;

import java.util.HashMap;
import java.util.Map;

/** Request quotas by category, for all pools together; a category without one is unlimited. */
public final class Quotas {

    private volatile Map<String, TokenBucket> buckets = Map.of();

    void replace(Map<String, Double> perSecond) {
        Map<String, TokenBucket> fresh = new HashMap<>();
        perSecond.forEach((category, rate) -> fresh.put(category, new TokenBucket(rate, System::nanoTime)));
        buckets = Map.copyOf(fresh);
    }

    boolean admits(String operation) {
        return QuotaCategories.of(operation)
                .map(buckets::get)
                .map(TokenBucket::tryTake)
                .orElse(true);
    }
}
