package io.github.cognitoconnector.credentials;

/**
 * How deep values lie in one another in an encoded ASN.1 value. BouncyCastle reads them by recursion and has no bound, so
 * that a few kilobytes of nothing but beginnings would use up the stack.
 */
final class DerNesting {

    /** Certificates and keys need about ten. */
    private static final int MAX_DEPTH = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1F;
    private static final int CONTINUED = 0x80;
    private static final int INDEFINITE = Integer.MAX_VALUE;

    private final byte[] bytes;
    private final int[] ends = new int[MAX_DEPTH];
    private int depth;
    private int at;

    private DerNesting(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether it is too deep to be read; bytes that are no ASN.1 are judged as far as they look like it. */
    static boolean tooDeep(byte[] bytes) {
        return new DerNesting(bytes).walk();
    }

    private boolean walk() {
        while (at < bytes.length) {
            boolean constructed = (bytes[at] & CONSTRUCTED) != 0;
            skipTag();
            long end = end();
            if (end < 0) {
                return false;
            }
            if (constructed && depth == MAX_DEPTH) {
                return true;
            }
            if (constructed) {
                ends[depth++] = (int) Math.min(end, INDEFINITE);
            } else {
                at = (int) Math.min(end, bytes.length);
                leave(end);
            }
        }
        return false;
    }

    private void skipTag() {
        boolean further = (bytes[at++] & LONG_TAG) == LONG_TAG;
        while (further && at < bytes.length) {
            further = (bytes[at++] & CONTINUED) != 0;
        }
    }

    /** Reads a length; -1 where there is none. */
    private long end() {
        if (at >= bytes.length) {
            return -1;
        }
        int first = bytes[at++] & 0xFF;
        if (first < CONTINUED) {
            return at + (long) first;
        }
        if (first == CONTINUED) {
            return INDEFINITE;
        }
        int count = first - CONTINUED;
        if (count > Integer.BYTES || at + count > bytes.length) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << Byte.SIZE) | (bytes[at++] & 0xFF);
        }
        return at + length;
    }

    /** An indefinite value is taken to last to the end, which counts what follows it as deeper than it is. */
    private void leave(long end) {
        while (depth > 0 && ends[depth - 1] <= Math.max(at, end)) {
            depth--;
        }
    }
}
