package io.github.cognitoconnector.x509;

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
    private static final int NONE = -1;

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
            leave();
            boolean constructed = (bytes[at] & CONSTRUCTED) != 0;
            skipTag();
            int end = end();
            if (end == NONE) {
                return false;
            }
            if (!constructed) {
                at = Math.min(end, bytes.length);
            } else if (depth == MAX_DEPTH) {
                return true;
            } else {
                ends[depth++] = end;
            }
        }
        return false;
    }

    /** An indefinite value is taken to last to the end, which counts what follows it as deeper than it is. */
    private void leave() {
        while (depth > 0 && ends[depth - 1] <= at) {
            depth--;
        }
    }

    private void skipTag() {
        boolean further = (bytes[at++] & LONG_TAG) == LONG_TAG;
        while (further && at < bytes.length) {
            further = (bytes[at++] & CONTINUED) != 0;
        }
    }

    /** Reads a length, of as many bytes as it may have, and tells where the value ends. */
    private int end() {
        if (at >= bytes.length) {
            return NONE;
        }
        int first = bytes[at++] & 0xFF;
        if (first == CONTINUED) {
            return INDEFINITE;
        }
        long length = first < CONTINUED ? first : 0;
        for (int left = first - CONTINUED; left > 0; left--) {
            if (at >= bytes.length || length > Integer.MAX_VALUE) {
                return NONE;
            }
            length = (length << Byte.SIZE) | (bytes[at++] & 0xFF);
        }
        return (int) Math.min(at + length, INDEFINITE);
    }
}
