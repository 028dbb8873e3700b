package io.github.cognitoconnector.cognito;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;

/** The body of an answer that is an error, looked at before the SDK reads it. */
final class ErrorBody {

    /** Where AWS tells the code, if it is not in the body. */
    static final String HEADER = "x-amzn-errortype";

    private static final Set<String> THROTTLING =
            Set.of("TooManyRequestsException", "ThrottlingException", "RequestLimitExceeded");

    /** Longer ones are none of Cognito's. */
    private static final int LONGEST = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] start;
    private final InputStream rest;

    private ErrorBody(byte[] start, InputStream rest) {
        this.start = start;
        this.rest = rest;
    }

    /** Reads what is there, up to 64 KiB. */
    static ErrorBody read(InputStream body) throws IOException {
        return new ErrorBody(body.readNBytes(LONGEST), body);
    }

    /** The body from its beginning. */
    InputStream whole() {
        return new SequenceInputStream(new ByteArrayInputStream(start), rest);
    }

    /** @param type value of {@link #HEADER} */
    static boolean isThrottling(String type) {
        return THROTTLING.contains(code(type));
    }

    boolean isThrottling() {
        return isThrottling(inBody());
    }

    /** The code without the namespace before it and the address behind it. */
    private static String code(String type) {
        String name = type.substring(type.indexOf('#') + 1);
        int end = name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }

    private String inBody() {
        try {
            return JSON.readTree(start).path("__type").asText("");
        } catch (JsonProcessingException e) {
            return "";
        } catch (IOException e) {
            throw new IllegalStateException("Nothing is read but memory", e);
        }
    }
}
