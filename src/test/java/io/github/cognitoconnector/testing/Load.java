package io.github.cognitoconnector.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;

/** Callers that ask over and over until this is closed, and what they were answered. */
public final class Load implements AutoCloseable {

    /** A machine that has much else to do is no failure. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<AtomicLong> counts = new ArrayList<>();
    private final List<Future<?>> callers = new ArrayList<>();
    private final Map<Integer, Long> statuses = new ConcurrentHashMap<>();

    private Load() {}

    /**
     * Starts callers.
     *
     * @param request answers the status of one request
     */
    public static Load of(int callers, IntSupplier request) {
        Load load = new Load();
        for (int i = 0; i < callers; i++) {
            load.start(request);
        }
        return load;
    }

    private void start(IntSupplier request) {
        AtomicLong count = new AtomicLong();
        counts.add(count);
        callers.add(threads.submit(() -> {
            while (!stopped.get()) {
                statuses.merge(request.getAsInt(), 1L, Long::sum);
                count.incrementAndGet();
            }
        }));
    }

    /** Waits until each caller has asked that often from now on, so that what happened before is behind all of them. */
    public void goOn(int requests) {
        List<Long> goals = counts.stream().map(count -> count.get() + requests).toList();
        Awaitility.await().atMost(PATIENCE).until(() -> reached(goals));
    }

    private boolean reached(List<Long> goals) {
        for (int i = 0; i < goals.size(); i++) {
            if (counts.get(i).get() < goals.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** How often each status was answered, when all callers have stopped. */
    public Map<Integer, Long> stop() throws InterruptedException, ExecutionException {
        stopped.set(true);
        for (Future<?> caller : callers) {
            caller.get();
        }
        return new TreeMap<>(statuses);
    }

    @Override
    public void close() {
        stopped.set(true);
        threads.close();
    }
}
