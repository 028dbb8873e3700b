package io.github.cognitoconnector.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A body that is not in a request's hash, since its operation reads it while it arrives; hashed as it is read. */
final class DigestedBody extends InputStream {

    private final InputStream body;
    private final MessageDigest digest = Use.sha256();
    private @Nullable String hash;

    DigestedBody(InputStream body) {
        this.body = body;
    }

    /** Hexadecimal; null unless all of the body was read. */
    @Nullable String hash() {
        return hash;
    }

    /** Reads all that is left, and keeps none of it. */
    void readToEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = body.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
        } else if (count < 0 && hash == null) {
            hash = HexFormat.of().formatHex(digest.digest());
        }
        return count;
    }
}
