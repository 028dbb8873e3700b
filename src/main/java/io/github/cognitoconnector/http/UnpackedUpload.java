package io.github.cognitoconnector.http;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks a body by gzip while it arrives, and no more of it than it may have bytes. Nothing is asked for before it is read. */
final class UnpackedUpload extends InputStream {

    private final InputStream packed;
    private final long max;
    private @Nullable InputStream plain;
    private long unpacked;

    UnpackedUpload(InputStream packed, long max) {
        this.packed = packed;
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = unpack(bytes, offset, length);
        unpacked += Math.max(0, count);
        if (unpacked > max) {
            throw ArrivingBody.tooLarge(max);
        }
        return count;
    }

    private int unpack(byte[] bytes, int offset, int length) throws IOException {
        try {
            if (plain == null) {
                plain = new GZIPInputStream(packed);
            }
            int count = plain.read(bytes, offset, length);
            if (count < 0 && packed.read() >= 0) {
                throw new ZipException("Something follows");
            }
            return count;
        } catch (ZipException | EOFException e) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, Gzip.BROKEN, e);
        }
    }
}
