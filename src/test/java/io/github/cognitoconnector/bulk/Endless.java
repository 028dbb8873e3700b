package io.github.cognitoconnector.bulk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A beginning, and then one text again and again; counts what has been taken of it. */
final class Endless extends InputStream {

    private final byte[] beginning;
    private final byte[] again;
    private int taken;

    Endless(String beginning, String again) {
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.again = again.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        int at = taken++;
        return (at < beginning.length ? beginning[at] : again[(at - beginning.length) % again.length]) & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[offset + i] = (byte) read();
        }
        return length;
    }

    /** In bytes. */
    int taken() {
        return taken;
    }
}
