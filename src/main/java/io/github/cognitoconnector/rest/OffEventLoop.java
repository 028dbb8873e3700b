package io.github.cognitoconnector.rest;

import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Work of a response filter that blocks: answers to some requests are made on an event loop, which must not wait. */
public final class OffEventLoop {

    private OffEventLoop() {}

    /** @return null if it is done already */
    public static @Nullable Uni<Void> run(String thread, Runnable work) {
        if (BlockingOperationControl.isBlockingAllowed()) {
            work.run();
            return null;
        }
        return Uni.createFrom()
                .emitter(emitter -> Thread.ofVirtual().name(thread).start(() -> {
                    try {
                        work.run();
                        emitter.complete(null);
                    } catch (RuntimeException e) {
                        emitter.fail(e);
                    }
                }));
    }
}
