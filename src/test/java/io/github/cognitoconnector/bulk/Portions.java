package io.github.cognitoconnector.bulk;

import java.io.ByteArrayInputStream;
import java.util.List;

/** Bytes that arrive in portions of given sizes, which repeat. */
final class Portions extends ByteArrayInputStream {

    private final List<Integer> sizes;
    private int reads;

    Portions(byte[] bytes, List<Integer> sizes) {
        super(bytes);
        this.sizes = sizes;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, sizes.get(reads++ % sizes.size())));
    }
}
