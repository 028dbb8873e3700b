package io.github.cognitoconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What needs no connection. */
class ArrivingUploadTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Property(tries = 200)
    void littleWaits(
            @ForAll List<@IntRange(min = 1, max = 300) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 1000) int enough)
            throws InterruptedException, TimeoutException {
        AtomicInteger asked = new AtomicInteger();
        WaitingParts parts = new WaitingParts(enough, asked::incrementAndGet);
        Deque<Integer> waiting = new ArrayDeque<>();
        int heldBack = 0;
        for (int length : lengths) {
            waiting.add(length);
            if (!parts.add(Buffer.buffer(new byte[length]))) {
                heldBack++;
                assertThat(sum(waiting)).isBetween(enough, enough + length - 1);
                while (asked.get() < heldBack) {
                    assertThat(length(parts)).isEqualTo(waiting.remove());
                }
                assertThat(sum(waiting)).isLessThanOrEqualTo(enough / 2);
            }
        }
        parts.end();
        while (!waiting.isEmpty()) {
            assertThat(length(parts)).isEqualTo(waiting.remove());
        }
        assertThat(length(parts)).isEqualTo(-1);
    }

    /** However many parts come, and whether or not any is there. */
    @Test
    void theWholeBodyHasItsTime() throws IOException {
        ArrivingUpload never = upload(new UploadBounds(10, Duration.ofSeconds(1), LONG), handler -> {});
        assertThatThrownBy(never::read).hasMessage("invalid-request: The body did not arrive in 1 s.");
        assertThatThrownBy(never::read).hasMessage("invalid-request: The body did not arrive in 1 s.");
        ArrivingUpload late =
                upload(new UploadBounds(10, Duration.ZERO, LONG), handler -> handler.handle(Buffer.buffer("a")));
        assertThatThrownBy(late::read).hasMessage("invalid-request: The body did not arrive in 0 s.");
    }

    @Test
    void readsWhatComes() throws IOException {
        ArrivingUpload some = upload(new UploadBounds(3, LONG, Duration.ofMillis(10)), handler -> {
            handler.handle(Buffer.buffer("ab"));
            handler.handle(Buffer.buffer(new byte[] {(byte) 0xff}));
        });
        assertThat(some.read()).isEqualTo('a');
        assertThat(some.readNBytes(2)).containsExactly('b', 0xff);
        assertThat(some.read(new byte[0])).isZero();
        assertThatThrownBy(some::read).hasMessage("invalid-request: Nothing of the body arrived for 0 s.");
    }

    @Test
    void readsNoByteTooMany() {
        ArrivingUpload tooLarge = upload(new UploadBounds(3, LONG, LONG), handler -> {
            handler.handle(Buffer.buffer("abc"));
            handler.handle(Buffer.buffer("d"));
        });
        assertThatThrownBy(tooLarge::read).hasMessage("content-too-large: A body has at most 3 bytes.");
    }

    private static int length(WaitingParts parts) throws InterruptedException, TimeoutException {
        Buffer part = parts.take(0);
        return part == null ? -1 : part.length();
    }

    private interface Caller {
        void send(Handler<Buffer> to);
    }

    @SuppressWarnings("unchecked")
    private static ArrivingUpload upload(UploadBounds bounds, Caller caller) {
        HttpServerResponse response = fake(HttpServerResponse.class, Map.of("closed", arguments -> false));
        HttpServerRequest request = fake(
                HttpServerRequest.class,
                Map.of("isEnded", arguments -> false, "response", arguments -> response, "handler", arguments -> {
                    caller.send((Handler<Buffer>) arguments[0]);
                    return response;
                }));
        Context eventLoop = fake(Context.class, Map.of("runOnContext", arguments -> {
            ((Handler<Void>) arguments[0]).handle(null);
            return response;
        }));
        return new ArrivingUpload(request, eventLoop, bounds);
    }

    private static <T> T fake(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Function<Object[], Object> known = methods.get(method.getName());
                    Object result = known == null ? self : known.apply(arguments);
                    return result instanceof Boolean || method.getReturnType().isInstance(result) ? result : null;
                }));
    }

    private static int sum(Deque<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
