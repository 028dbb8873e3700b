package io.github.cognitoconnector.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Requests, one behind the other or so many at a time.
 *
 * @param requests of one measurement
 */
record Load(int inFlight, int requests) {

    /** Of a measurement that has nothing to wait for. */
    static final int REQUESTS = Integer.getInteger("bench.requests", 2_000);

    /** Of those that wait for it. */
    private static final int SHARE = 10;

    /**
     * As many as are done in a second or some.
     *
     * @param latency of Cognito, in milliseconds
     */
    static Load of(int inFlight, int latency) {
        return new Load(inFlight, inFlight == 1 && latency > 0 ? REQUESTS / SHARE : REQUESTS);
    }

    /** What {@link #millis} is of. */
    String figure() {
        return inFlight == 1 ? "time of one" : "time for all";
    }

    /** One in flight: the median of what one takes; more: what all take, divided by their number. */
    double millis(Runnable request) {
        return inFlight == 1 ? latency(request) : pace(request);
    }

    private double latency(Runnable request) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            request.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        return Line.median(times);
    }

    private double pace(Runnable request) {
        AtomicInteger left = new AtomicInteger(requests);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(inFlight)) {
            List<CompletableFuture<Void>> callers = IntStream.range(0, inFlight)
                    .mapToObj(caller -> CompletableFuture.runAsync(() -> drain(left, request), threads))
                    .toList();
            callers.forEach(CompletableFuture::join);
        }
        return (System.nanoTime() - start) / 1e6 / requests;
    }

    private static void drain(AtomicInteger left, Runnable request) {
        while (left.decrementAndGet() >= 0) {
            request.run();
        }
    }
}
