package io.github.cognitoconnector.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** How often an operation is called, looked at every few milliseconds. A look is late by what its own request takes. */
final class CallRate implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final double NANOS = 1e9;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Look> looks = new ArrayList<>();
    private final Upstream upstream;
    private final String operation;
    private final Thread thread;

    private CallRate(Upstream upstream, String operation) {
        this.upstream = upstream;
        this.operation = operation;
        this.thread = Thread.ofPlatform().name("call-rate").start(this::look);
    }

    private record Look(double seconds, int calls) {}

    static CallRate of(Upstream upstream, String operation) {
        return new CallRate(upstream, operation);
    }

    private void look() {
        long start = System.nanoTime();
        try {
            while (!stopped.get()) {
                long asked = System.nanoTime();
                int calls = upstream.calls(operation).all();
                looks.add(new Look(((asked + System.nanoTime()) / 2 - start) / NANOS, calls));
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops looking; the calls of each second since it began. */
    List<Double> perSecond() throws InterruptedException {
        stopped.set(true);
        thread.join();
        int seconds = (int) looks.getLast().seconds;
        return IntStream.range(0, seconds)
                .mapToObj(second -> at(second + 1) - at(second))
                .toList();
    }

    /** Between two looks it is assumed that calls come evenly. */
    private double at(double seconds) {
        Look before = looks.getFirst();
        for (Look look : looks) {
            if (look.seconds >= seconds) {
                double share = look.seconds == before.seconds
                        ? 1
                        : (seconds - before.seconds) / (look.seconds - before.seconds);
                return before.calls + Math.max(0, share) * (look.calls - before.calls);
            }
            before = look;
        }
        return before.calls;
    }

    @Override
    public void close() {
        stopped.set(true);
    }
}
