package io.github.cognitoconnector.embedded.cognito.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpDoorTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    @Test
    void closingLetsTheRequestUnderWayFinishAndFreesThePort() throws InterruptedException {
        HttpDoor door = new HttpDoor();
        door.listen(0, "port", this::slow);
        int port = door.port();
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(to(port), BodyHandlers.ofString());
            entered.await();

            CompletableFuture<Void> closed = CompletableFuture.runAsync(door::close);
            leave.countDown();
            closed.join();

            assertThat(answer.join().body()).isEqualTo("done");
            assertThatThrownBy(() -> client.send(to(port), BodyHandlers.ofString()))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private Reply slow(Request request) {
        entered.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.of(200, "text/plain", "done");
    }

    private static HttpRequest to(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port)).build();
    }
}
