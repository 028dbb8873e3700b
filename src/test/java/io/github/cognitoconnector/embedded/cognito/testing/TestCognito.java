package io.github.cognitoconnector.embedded.cognito.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.contract.CognitoFixture;
import io.github.cognitoconnector.contract.CognitoUnderTest;
import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** An embedded Cognito on a free port with the SDK and a plain HTTP client pointed at it. */
public final class TestCognito implements CognitoUnderTest, AutoCloseable {

    public static final String DEMO = "us-east-1_demo";
    public static final String OTHER = "eu-west-1_other";
    public static final String PASSWORD = CognitoFixture.PASSWORD;

    private final EmbeddedCognito server;
    private final CognitoFixture fixture;
    private final HttpClient http = HttpClient.newHttpClient();

    private TestCognito(EmbeddedCognito server) {
        this.server = server;
        this.fixture = CognitoFixture.of(server.endpoint());
    }

    public static TestCognito start() {
        return start(CognitoOptions.onPort(0));
    }

    public static TestCognito start(CognitoOptions options) {
        return new TestCognito(EmbeddedCognito.start(options));
    }

    @Override
    public CognitoIdentityProviderClient sdk() {
        return fixture.sdk();
    }

    public EmbeddedCognito server() {
        return server;
    }

    @Override
    public String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
        return fixture.newPool(settings);
    }

    @Override
    public UserPoolClientType newClient(String pool, Consumer<CreateUserPoolClientRequest.Builder> settings) {
        return sdk().createUserPoolClient(
                        r -> settings.accept(r.userPoolId(pool).clientName("client")))
                .userPoolClient();
    }

    @Override
    public UserType newUser(String pool, String username, AttributeType... attributes) {
        return newUser(pool, username, r -> r.userAttributes(attributes));
    }

    public UserType newUser(String pool, String username, Consumer<AdminCreateUserRequest.Builder> more) {
        return fixture.newUser(pool, username, more);
    }

    public static AttributeType attribute(String name, String value) {
        return CognitoFixture.attribute(name, value);
    }

    public static Map<String, String> toMap(Iterable<AttributeType> attributes) {
        return CognitoFixture.toMap(attributes);
    }

    public static String unique(String prefix) {
        return CognitoFixture.unique(prefix);
    }

    /** The error of a call that must be refused, as code, colon, message. */
    public static String refusal(ThrowingCallable call) {
        return CognitoFixture.refusal(call);
    }

    public HttpResponse<String> operation(String target, String body, String... headers) {
        HttpRequest.Builder request = to("/").header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    public HttpResponse<String> form(String body, String... headers) {
        HttpRequest.Builder request = to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> control(String method, String door, String body) {
        return send(to("/_control/" + door).method(method, BodyPublishers.ofString(body)));
    }

    /** Moves a lever that must move. */
    public void put(String door, String body) {
        assertThat(control("PUT", door, body).statusCode()).isEqualTo(204);
    }

    public void reset() {
        assertThat(control("POST", "reset", "").statusCode()).isEqualTo(204);
    }

    /** The newest code that was sent to the address. */
    public String code(String address) {
        return findCode(address).orElseThrow(() -> new AssertionError("nothing was sent"));
    }

    /** Empty if nothing was sent there. */
    public Optional<String> findCode(String address) {
        return codes(message -> message.path("destination").asText().equals(address));
    }

    /** The code that was sent last, to whomever. */
    public String newestCode() {
        return codes(message -> message.has("code")).orElseThrow(() -> new AssertionError("no code was sent"));
    }

    private Optional<String> codes(Predicate<JsonNode> wanted) {
        var messages = Json.parse(control("GET", "messages", "").body()).orElseThrow();
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(wanted)
                .map(message -> message.path("code").asText())
                .findFirst();
    }

    /** A sign-in through an identity provider. */
    public void arrive(String pool, String provider, String userId, Map<String, String> attributes) {
        assertThat(tryToArrive(pool, provider, userId, attributes).statusCode()).isEqualTo(204);
    }

    public HttpResponse<String> tryToArrive(
            String pool, String provider, String userId, Map<String, String> attributes) {
        ObjectNode arrival = Json.object()
                .put("userPoolId", pool)
                .put("providerName", provider)
                .put("userId", userId);
        ObjectNode members = arrival.putObject("attributes");
        attributes.forEach(members::put);
        return control("POST", "federated-users", Json.write(arrival));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server.endpoint() + path)).timeout(Duration.ofSeconds(10));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        fixture.sdk().close();
        http.close();
        server.close();
    }
}
