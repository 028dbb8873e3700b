package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.QuotaCategory;
import java.util.List;
import java.util.Optional;

/** Requests that are counted together: {@code account/region/category}, or {@code pool/operation}. */
record Bucket(String name, QuotaCategory category) {

    private static final String SEPARATOR = "/";

    static Bucket ofAccount(String account, String region, QuotaCategory category) {
        return new Bucket(prefix(account, region) + category.awsName(), category);
    }

    static Bucket ofPool(String userPoolId, String operation) {
        return new Bucket(userPoolId + SEPARATOR + operation, QuotaCategory.PER_POOL_AND_OPERATION);
    }

    /** How the names of all buckets of an account in a region begin. */
    static String prefix(String account, String region) {
        return account + SEPARATOR + region + SEPARATOR;
    }

    /** Account, region and category; empty for a bucket of a pool. */
    static Optional<List<String>> parts(String name) {
        List<String> parts = List.of(name.split(SEPARATOR, -1));
        return parts.size() == 3 ? Optional.of(parts) : Optional.empty();
    }
}
