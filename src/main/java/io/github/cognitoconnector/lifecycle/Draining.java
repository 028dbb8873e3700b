package io.github.cognitoconnector.lifecycle;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Whether this replica was told to stop (SIGTERM). It still takes what comes for {@code quarkus.shutdown.delay}, during which
 * it is not ready any more and callers go elsewhere; then it finishes what is in flight. The framework tells nobody of the
 * beginning of that time, so the JVM does.
 */
@ApplicationScoped
public class Draining {

    private static final Logger LOG = Logger.getLogger(Draining.class);
    private static final int FIRST = 1;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::begin, "draining");

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Where the application ends and the JVM does not, nothing is to remain of it. */
    void end(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM is ending, which is what the hook was for");
        }
        begun.countDown();
    }

    /** Whether it is time to send nobody anything that he would come back for. */
    public boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Waits for so long, or until it begins; whether it has. */
    public boolean await(Duration time) throws InterruptedException {
        return begun.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** @param listener is called once when it begins, on a thread of the JVM's; it is to be quick */
    public void whenBegun(Runnable listener) {
        listeners.add(listener);
    }

    private void begin() {
        begun.countDown();
        LOG.info("Told to stop: callers are asked to go elsewhere, and no further work is begun");
        listeners.forEach(Runnable::run);
    }
}
