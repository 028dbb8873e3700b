package io.github.cognitoconnector.contract;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What cases share, made when the first of them asks: unlike a constant, a failure to make it fails that case and not the
 * class, and the next one tries again.
 */
final class Once<T> {

    private final Supplier<T> source;
    private Optional<T> value = Optional.empty();

    Once(Supplier<T> source) {
        this.source = source;
    }

    synchronized T get() {
        if (value.isEmpty()) {
            value = Optional.of(source.get());
        }
        return value.get();
    }
}
