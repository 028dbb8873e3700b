package io.github.cognitoconnector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Requests as they are written, and answers to the last byte: nothing is tidied up on either way. */
public final class RawHttp {

    /** The same for all, so that answers do not differ by their trace ids. */
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RawHttp() {}

    /**
     * What is sent.
     *
     * @param path encoded already
     * @param query by name, unencoded
     */
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            Optional<JsonNode> body) {

        public Request at(String other) {
            return new Request(method, other, query, headers, body);
        }

        public Request asking(String name, String value) {
            return new Request(method, path, with(query, name, value), headers, body);
        }

        public Request saying(String name, String value) {
            return new Request(method, path, query, with(headers, name, value), body);
        }

        /** With another member of its body, which is an empty object if there was none; text stays as it is. */
        public Request bringing(String member, String value) {
            JsonNode changed = body.map(JsonNode::<JsonNode>deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
            if (changed instanceof ObjectNode object) {
                object.put(member, value);
            }
            return new Request(method, path, query, headers, Optional.of(changed));
        }

        URI uri() {
            String asked = query.entrySet().stream()
                    .map(q -> q.getKey() + "=" + encoded(q.getValue()))
                    .collect(Collectors.joining("&"));
            return URI.create("http://localhost:" + RestAssured.port + path + (asked.isEmpty() ? "" : "?" + asked));
        }

        private static Map<String, String> with(Map<String, String> all, String name, String value) {
            Map<String, String> more = new TreeMap<>(all);
            more.put(name, value);
            return more;
        }
    }

    /** What comes back, but for the date. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        public boolean good() {
            return status < 300;
        }

        public boolean holds(String text) {
            return body.contains(text) || headers.toString().contains(text);
        }

        /** The same answer in other words. */
        public Answer reworded(UnaryOperator<String> words) {
            Map<String, List<String>> other = new TreeMap<>();
            headers.forEach(
                    (name, values) -> other.put(name, values.stream().map(words).toList()));
            return new Answer(status, other, words.apply(body));
        }
    }

    /** As a path segment or in a query, each byte that could mean something percent-encoded. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static Answer send(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(DEADLINE)
                .header("traceparent", TRACE)
                .method(
                        request.method,
                        request.body
                                .map(body ->
                                        BodyPublishers.ofString(body.isTextual() ? body.asText() : body.toString()))
                                .orElseGet(BodyPublishers::noBody));
        request.headers.forEach(builder::header);
        try {
            HttpResponse<String> response = CLIENT.send(builder.build(), BodyHandlers.ofString());
            Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
            headers.remove("date");
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
