package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Two sorted sequences as one, read no further than asked. */
final class Merge<T> implements Iterator<T> {

    private final Iterator<T> left;
    private final Iterator<T> right;
    private final Comparator<T> order;
    private Optional<T> nextLeft;
    private Optional<T> nextRight;

    Merge(Iterator<T> left, Iterator<T> right, Comparator<T> order) {
        this.left = left;
        this.right = right;
        this.order = order;
        this.nextLeft = read(left);
        this.nextRight = read(right);
    }

    Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        return nextLeft.isPresent() || nextRight.isPresent();
    }

    @Override
    public T next() {
        T next = (isLeftNext() ? nextLeft : nextRight).orElseThrow(NoSuchElementException::new);
        if (isLeftNext()) {
            nextLeft = read(left);
        } else {
            nextRight = read(right);
        }
        return next;
    }

    private boolean isLeftNext() {
        return nextRight.isEmpty()
                || nextLeft.filter(element -> order.compare(element, nextRight.get()) <= 0)
                        .isPresent();
    }

    private static <T> Optional<T> read(Iterator<T> elements) {
        return elements.hasNext() ? Optional.of(elements.next()) : Optional.empty();
    }
}
