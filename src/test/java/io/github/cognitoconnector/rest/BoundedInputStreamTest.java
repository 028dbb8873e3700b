package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoundedInputStreamTest {

    private static final int LIMIT = 10;

    @Test
    void readsExactlyTheLimit() throws IOException {
        assertThat(body(LIMIT).readAllBytes()).hasSize(LIMIT);
    }

    @Test
    void readsExactlyTheLimitByteByByte() throws IOException {
        BoundedInputStream body = body(LIMIT);
        for (int i = 0; i < LIMIT; i++) {
            assertThat(body.read()).isEqualTo('x');
        }
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(new byte[4])).isEqualTo(-1);
    }

    @Test
    void refusesTheFirstByteTooMany() throws IOException {
        BoundedInputStream body = body(LIMIT + 1);
        assertThat(body.readNBytes(LIMIT)).hasSize(LIMIT);
        assertTooLarge(refusal(body::read));
    }

    @Test
    void refusesAnArrayWithAByteTooMany() {
        assertTooLarge(refusal(() -> body(LIMIT + 1).read(new byte[LIMIT + 1])));
    }

    @Test
    void cannotBeReadTwice() {
        assertThat(body(1).markSupported()).isFalse();
    }

    @Property(tries = 300)
    void refusesWhateverTheSizeOfTheReads(
            @ForAll @IntRange(max = 30) int length, @ForAll @IntRange(min = 1, max = 12) int step) throws IOException {
        if (length > LIMIT) {
            assertTooLarge(refusal(() -> readAll(body(length), step)));
        } else {
            assertThat(readAll(body(length), step)).isEqualTo(length);
        }
    }

    private static int readAll(BoundedInputStream body, int step) throws IOException {
        byte[] buffer = new byte[step];
        int total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
        }
        return total;
    }

    private static BoundedInputStream body(int length) {
        return new BoundedInputStream(
                new ByteArrayInputStream("x".repeat(length).getBytes(US_ASCII)), LIMIT);
    }

    private static void assertTooLarge(ProblemException refused) {
        assertThat(refused.type()).isEqualTo(ProblemType.CONTENT_TOO_LARGE);
    }
}
