package io.github.cognitoconnector.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.Upstream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What IAM Roles Anywhere answered. Whoever answers in its place cannot make it large, nor have a text of theirs passed on:
 * codes and ids that do not look like it are dropped.
 *
 * @param code of the error, from the header or the body
 * @param body empty if it was too large
 */
record RolesAnywhereAnswer(
        int status, @Nullable String code, @Nullable String requestId, String body) {

    private static final String SERVICE = "rolesanywhere";
    private static final int CREATED = 201;
    private static final int MAX_BODY = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern CODE = Pattern.compile("(?:[\\w.]{1,100}#)?(\\w{1,100})(?::.*)?");
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w-]{1,100}");

    /** Reads the answer to its end, or leaves the connection where that is too far. */
    static RolesAnywhereAnswer read(HttpExecuteResponse response) throws IOException {
        SdkHttpResponse head = response.httpResponse();
        String body = body(response.responseBody()
                .orElseGet(() -> AbortableInputStream.create(new ByteArrayInputStream(new byte[0]))));
        String code = head.firstMatchingHeader("x-amzn-ErrorType").orElseGet(() -> codeOf(body));
        return new RolesAnywhereAnswer(
                head.statusCode(),
                clean(CODE, 1, code),
                clean(
                        REQUEST_ID,
                        0,
                        head.firstMatchingHeader("x-amzn-RequestId").orElse("")),
                body);
    }

    /** The session in the answer; none if there is no whole one. */
    Optional<Session> session() {
        JsonNode credentials =
                status == CREATED ? json(body).path("credentialSet").path(0).path("credentials") : json("");
        String id = credentials.path("accessKeyId").asText("");
        String secret = credentials.path("secretAccessKey").asText("");
        String token = credentials.path("sessionToken").asText("");
        if (id.isBlank() || secret.isBlank() || token.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant end = Instant.parse(credentials.path("expiration").asText(""));
            return Optional.of(new Session(
                    AwsSessionCredentials.builder()
                            .accessKeyId(id)
                            .secretAccessKey(secret)
                            .sessionToken(token)
                            .expirationTime(end)
                            .build(),
                    end));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** Whether the service itself failed, so that a repeat may do. */
    boolean failed() {
        return status >= 500;
    }

    Upstream upstream() {
        return new Upstream(SERVICE, code, requestId);
    }

    /** What there is to say of a call without an answer. */
    static Upstream none() {
        return new Upstream(SERVICE, null, null);
    }

    /** The body, which may hold keys, is left out. */
    @Override
    public String toString() {
        return "HTTP " + status + ", code " + code + ", request id " + requestId;
    }

    private static String body(AbortableInputStream stream) throws IOException {
        try {
            byte[] bytes = stream.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                stream.abort();
                return "";
            }
            stream.close();
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            stream.abort();
            throw e;
        }
    }

    private static String codeOf(String body) {
        JsonNode error = json(body);
        return error.path("__type").asText(error.path("code").asText(""));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    private static @Nullable String clean(Pattern pattern, int group, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(group) : null;
    }
}
