package io.github.cognitoconnector.embedded.cognito.pool;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The domains of all pools: a name is unique in its region, and a pool has one prefix and one custom domain at most. */
final class Domains {

    private static final int MAX_CUSTOM = 4;

    private final List<Domain> all = new CopyOnWriteArrayList<>();

    /**
     * Adds a new domain.
     *
     * @throws Refusal {@code InvalidParameterException} for a name that is taken or a pool that has one already,
     *     {@code LimitExceededException} for a fifth custom domain in the region
     */
    synchronized void add(Domain domain) {
        if (ofPool(domain.poolId()).anyMatch(own -> own.isCustom() == domain.isCustom())) {
            throw Refusal.invalidParameter("User pool already has a domain configured.");
        }
        if (inRegion(domain.region()).anyMatch(other -> other.name().equals(domain.name()))) {
            throw Refusal.invalidParameter("Domain already associated with another user pool.");
        }
        if (domain.isCustom()
                && inRegion(domain.region()).filter(Domain::isCustom).count() >= MAX_CUSTOM) {
            throw Refusal.limitExceeded("A region has at most " + MAX_CUSTOM + " custom domains.");
        }
        all.add(domain);
    }

    synchronized void replace(Domain before, Domain after) {
        all.remove(before);
        all.add(after);
    }

    void remove(Domain domain) {
        all.remove(domain);
    }

    Stream<Domain> ofPool(String poolId) {
        return all.stream().filter(domain -> domain.poolId().equals(poolId));
    }

    /** The one of this name in the region, else in any other, since one port stands for all regions here. */
    Optional<Domain> find(String name, String region) {
        Stream<Domain> near = inRegion(region);
        return Stream.concat(near, all.stream())
                .filter(domain -> domain.name().equals(name))
                .findFirst();
    }

    private Stream<Domain> inRegion(String region) {
        return all.stream().filter(domain -> domain.region().equals(region));
    }
}
