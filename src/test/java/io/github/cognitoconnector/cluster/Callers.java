package io.github.cognitoconnector.cluster;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers who read and create users without a pause, through a balancer that asks the replicas now and then whether they are
 * ready, as those of a cluster do. Nothing is sent twice: what fails once has failed.
 */
final class Callers implements AutoCloseable {

    private static final Duration PROBE = Duration.ofMillis(100);
    private static final String CLOSE = "close";

    private final Tenant tenant;
    private final List<Replica> replicas = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final AtomicInteger farewells = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile List<Replica> ready;

    Callers(Tenant tenant, int callers, Replica... first) {
        this.tenant = tenant;
        this.replicas.addAll(List.of(first));
        this.ready = List.of(first);
        threads.execute(this::probe);
        for (int i = 0; i < callers; i++) {
            threads.execute(this::call);
        }
    }

    void add(Replica replica) {
        replicas.add(replica);
    }

    /** Requests that were answered with success. */
    int succeeded() {
        return succeeded.get();
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Answers that said they were the last on their connection. */
    int farewells() {
        return farewells.get();
    }

    /** What was answered or thrown in place of success. */
    List<String> failures() {
        return new ArrayList<>(failures);
    }

    private void probe() {
        do {
            ready = replicas.stream().filter(Replica::isReady).toList();
        } while (!isStoppedWithin(PROBE));
    }

    private void call() {
        while (!isStoppedWithin(ready.isEmpty() ? PROBE : Duration.ZERO)) {
            List<Replica> now = ready;
            int number = sent.getAndIncrement();
            if (!now.isEmpty()) {
                call(now.get(number % now.size()), number);
            }
        }
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void call(Replica replica, int number) {
        inFlight.incrementAndGet();
        try {
            HttpResponse<String> answer = number % 4 == 0
                    ? replica.ask("POST", tenant.path("/users"), "{\"username\": \"caller-%d\"}".formatted(number))
                    : replica.ask("GET", tenant.path("/users/known"), "");
            if (answer.headers().firstValue("connection").filter(CLOSE::equals).isPresent()) {
                farewells.incrementAndGet();
            }
            if (answer.statusCode() / 100 == 2) {
                succeeded.incrementAndGet();
            } else {
                failures.add(answer + ": " + answer.body());
            }
        } catch (UncheckedIOException e) {
            failures.add(e.toString());
        } finally {
            inFlight.decrementAndGet();
        }
    }

    /** Waits for what is in flight. */
    @Override
    public void close() {
        stopped.countDown();
        threads.close();
    }
}
