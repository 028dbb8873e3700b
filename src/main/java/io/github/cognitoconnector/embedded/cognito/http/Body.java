package io.github.cognitoconnector.embedded.cognito.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The body of a request as it came; nobody changes it. */
public final class Body {

    static final Body NONE = new Body(new byte[0]);

    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In UTF-8; bytes that are none become the replacement character. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    public int size() {
        return bytes.length;
    }

    /** The bytes may be personal data. */
    @Override
    public String toString() {
        return "Body[" + bytes.length + "]";
    }
}
