package io.github.cognitoconnector.http;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.github.cognitoconnector.testing.Wire;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What slow callers and endless bodies cost those who behave. */
@QuarkusTest
@Tag("scale")
class SlowCallersTest {

    private static final Logger LOG = Logger.getLogger(SlowCallersTest.class);
    private static final int SLOW = 1000;
    private static final int ROUNDS = 3;
    private static final int REQUESTS = 300;
    private static final int WARM_UP = 500;
    private static final int FIRST_BODIES = 15;
    private static final long GIGABYTE = 1_000_000_000;
    private static final long FEW_BYTES = 64L * 1024 * 1024;
    private static final byte[] DROP = "a".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNK =
            ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

    @BeforeEach
    void warmUp() {
        measure(WARM_UP);
    }

    @Test
    void aThousandSlowConnectionsSlowNobody() {
        List<Long> idle = new ArrayList<>();
        List<Long> beside = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            idle.addAll(measure(REQUESTS));
            try (SlowCallers slow = SlowCallers.open(SLOW)) {
                assertThat(slow.wires).hasSize(SLOW);
                beside.addAll(measure(REQUESTS));
            }
        }
        double ratio = (double) p99(beside) / p99(idle);
        LOG.infof(
                "p99 idle %.1f ms, beside %d slow connections %.1f ms, ratio %.2f",
                p99(idle) / 1e6, SLOW, p99(beside) / 1e6, ratio);
        assertThat(ratio).as("they hold no thread and no place").isLessThan(3.0);
    }

    /** From callers that are known, over and over until a gigabyte is sent. */
    @Test
    void bodiesWithoutEndLeaveNothingBehind() {
        for (int i = 0; i < FIRST_BODIES; i++) {
            sendWithoutEnd(); // the HTTP server keeps the buffers that it has once made
        }
        long before = memory();
        long sent = 0;
        long longest = 0;
        int bodies = 0;
        while (sent < GIGABYTE) {
            long one = sendWithoutEnd();
            sent += one;
            longest = Math.max(longest, one);
            bodies++;
        }
        long growth = memory() - before;
        LOG.infof(
                "%d MB in %d bodies without end, of which at most %d MB were taken of one; memory grew by %d KiB",
                sent / 1_000_000, bodies, longest / 1_000_000, growth / 1024);
        assertThat(longest).isLessThan(FEW_BYTES);
        assertThat(growth).isLessThan(FEW_BYTES);
    }

    private static long sendWithoutEnd() {
        try (Wire wire = Wire.open()) {
            wire.send(Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            long sent = 0;
            while (wire.takes(CHUNK)) {
                sent += CHUNK.length;
            }
            return sent;
        }
    }

    /** Of the heap what is in use, and what the HTTP server has beside it. */
    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() + Math.max(0, PlatformDependent.usedDirectMemory());
    }

    private static List<Long> measure(int requests) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            assertThat(as(Tokens.demo()).get(DEMO).statusCode()).isEqualTo(200);
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private static long p99(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * 99 / 100);
    }

    /** Half of them never end their headers, the others their bodies; who is cut off comes again. */
    private static final class SlowCallers implements AutoCloseable {

        private final List<Wire> wires;
        private final ExecutorService drops = Executors.newSingleThreadExecutor();
        private volatile boolean over;

        private SlowCallers(List<Wire> wires) {
            this.wires = wires;
            drops.execute(this::dropByDrop);
        }

        static SlowCallers open(int count) {
            List<Wire> wires = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                wires.add(begin(i));
            }
            return new SlowCallers(wires);
        }

        private static Wire begin(int i) {
            return i % 2 == 0
                    ? Wire.open().send("GET " + DEMO + " HTTP/1.1\r\nX-Slow: ")
                    : Wire.open()
                            .send(Wire.head("POST " + DEMO + "/groups", Tokens.demo())
                                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
        }

        private void dropByDrop() {
            for (int i = 0; !over; i = (i + 1) % wires.size()) {
                if (!wires.get(i).takes(DROP)) {
                    wires.get(i).close();
                    wires.set(i, begin(i));
                }
                LockSupport.parkNanos(2_000_000);
            }
        }

        @Override
        public void close() {
            over = true;
            drops.close();
            wires.forEach(Wire::close);
        }
    }
}
