package io.github.cognitoconnector.embedded.cognito.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that stand, in their order; of several that fit a request the first one strikes. */
public final class Faults {

    private volatile List<Armed> armed = List.of();

    private record Armed(Fault fault, AtomicInteger left) {

        static Armed of(Fault fault) {
            Integer times = fault.times();
            return new Armed(fault, new AtomicInteger(times == null ? Integer.MAX_VALUE : times));
        }

        boolean strikes(String operation) {
            return fault.operation().equals(operation)
                    && left.get() > 0
                    && ThreadLocalRandom.current().nextDouble() < fault.rate()
                    && take();
        }

        private boolean take() {
            return fault.times() == null || left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    void replace(List<Fault> faults) {
        armed = faults.stream().map(Armed::of).toList();
    }

    /** The fault that strikes this request, counted as used. */
    Optional<Fault> next(String operation) {
        return armed.stream()
                .filter(candidate -> candidate.strikes(operation))
                .findFirst()
                .map(Armed::fault);
    }
}
