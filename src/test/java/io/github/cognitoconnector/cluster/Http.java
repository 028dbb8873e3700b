package io.github.cognitoconnector.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests as these tests send them: whatever is not answered with the status that is asked for fails. */
final class Http {

    static final String JSON = "application/json";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Http() {}

    static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    }

    static HttpRequest.Builder json(String method, String url, String body) {
        return to(url).header("content-type", JSON).method(method, BodyPublishers.ofString(body));
    }

    static HttpRequest.Builder post(String url, String mediaType, BodyPublisher body) {
        return to(url).header("content-type", mediaType).POST(body);
    }

    static String text(HttpRequest.Builder request, int status) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return answer.body();
    }

    static JsonNode json(HttpRequest.Builder request, int status) {
        return parse(text(request, status));
    }

    static int status(HttpRequest.Builder request) {
        return send(request, BodyHandlers.discarding()).statusCode();
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
