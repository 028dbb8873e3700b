package io.github.cognitoconnector.bulk;

import java.io.IOException;
import java.io.InputStream;

/** A body whose sender has gone. */
final class Broken extends InputStream {

    @Override
    public int read() throws IOException {
        throw new IOException("gone");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return read();
    }
}
