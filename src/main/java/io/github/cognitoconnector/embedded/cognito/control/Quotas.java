package io.github.cognitoconnector.embedded.cognito.control;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Request quotas (contract section 4): by category for all pools together, and besides for an operation of a pool and
 * for a user. One that is not set is unlimited.
 */
public final class Quotas {

    /** For each pool and each operation of a category that has this limit. */
    static final String PER_POOL_AND_OPERATION = "PerPoolAndOperation";

    static final String PER_USER_READ = "PerUserRead";
    static final String PER_USER_WRITE = "PerUserWrite";

    private static final int RESPONSES_FACTOR = 3;

    private volatile Buckets current = new Buckets(Map.of());

    /** What may be set. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(QuotaCategories.names());
        names.addAll(Set.of(PER_POOL_AND_OPERATION, PER_USER_READ, PER_USER_WRITE));
        return names;
    }

    void replace(Map<String, Double> perSecond) {
        current = new Buckets(perSecond);
    }

    boolean admits(Call call) {
        Buckets buckets = current;
        return buckets.rates.isEmpty()
                || (buckets.admitsUser(call) && buckets.admitsPool(call) && buckets.admitsCategory(call));
    }

    private static final class Buckets {

        private final Map<String, Double> rates;
        private final Map<String, TokenBucket> categories = new HashMap<>();
        private final Optional<TokenBucket> responses;
        private final Map<String, TokenBucket> narrow = Collections.synchronizedMap(new Newest());

        Buckets(Map<String, Double> rates) {
            this.rates = Map.copyOf(rates);
            rates.forEach((name, rate) -> categories.put(name, bucket(rate)));
            this.responses = Optional.ofNullable(rates.get(QuotaCategories.AUTHENTICATION))
                    .map(rate -> bucket(rate * RESPONSES_FACTOR));
        }

        private static TokenBucket bucket(double rate) {
            return new TokenBucket(rate, System::nanoTime);
        }

        /** Answers to challenges have a bucket of their own and then share that of sign-ins. */
        boolean admitsCategory(Call call) {
            String category = call.category();
            if (QuotaCategories.isResponse(call.operation())
                    && category.equals(QuotaCategories.AUTHENTICATION)
                    && responses.map(TokenBucket::tryTake).orElse(false)) {
                return true;
            }
            return Optional.ofNullable(categories.get(category))
                    .map(TokenBucket::tryTake)
                    .orElse(true);
        }

        boolean admitsPool(Call call) {
            return !QuotaCategories.isPerPool(call.category())
                    || admits(PER_POOL_AND_OPERATION, call.operation(), call.pool());
        }

        boolean admitsUser(Call call) {
            String category = call.category();
            if (QuotaCategories.readsUser(category)) {
                return admits(PER_USER_READ, "read", call.user());
            }
            return !QuotaCategories.writesUser(category) || admits(PER_USER_WRITE, "write", call.user());
        }

        private boolean admits(String quota, String what, Optional<String> whose) {
            Double rate = rates.get(quota);
            return rate == null
                    || whose.map(subject -> narrow.computeIfAbsent(what + " " + subject, key -> bucket(rate))
                                    .tryTake())
                            .orElse(true);
        }
    }

    /** Forgets who has been there longest: after that many others he has his rate again anyway. */
    private static final class Newest extends LinkedHashMap<String, TokenBucket> {

        private static final long serialVersionUID = 1L;
        private static final int CAPACITY = 10_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > CAPACITY;
        }
    }
}
