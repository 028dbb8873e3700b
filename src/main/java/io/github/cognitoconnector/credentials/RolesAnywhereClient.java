package io.github.cognitoconnector.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.aws.AwsCalls;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.CallOutcome;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.x509.X509Identity;
import io.github.cognitoconnector.x509.X509Signer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Makes sessions of roles for whoever holds the key of a certificate. The SDK for Java has no client for it.
 *
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html">CreateSession</a>
 */
final class RolesAnywhereClient {

    private static final String SERVICE = "rolesanywhere";
    private static final String OPERATION = "CreateSession";
    private static final Map<String, String> JSON_CONTENT = Map.of("content-type", "application/json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AwsConfig config;
    private final Function<String, SdkHttpClient> http;
    private final AwsCalls calls;
    private final InstantSource clock;

    /** @param http for each region, shared with others, who close it; it must not follow redirects, as the SDK's do not */
    RolesAnywhereClient(AwsConfig config, Function<String, SdkHttpClient> http, AwsCalls calls, InstantSource clock) {
        this.config = config;
        this.http = http;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Makes a session, within the configured deadline. A failed connection and a failure of the service are tried once
     * more, since nobody is harmed by a session too many.
     *
     * @throws ProblemException {@code CREDENTIALS_REJECTED} if the certificate has expired or AWS refuses;
     *     {@code UPSTREAM_UNAVAILABLE} if AWS throttles, fails, does not answer in time or not as it should
     */
    Session create(CredentialChoice.RolesAnywhere choice) {
        X509Identity identity = X509Identity.stored(choice.certificate(), choice.privateKey());
        if (clock.instant().isAfter(identity.expiresAt())) {
            throw RolesAnywhereErrors.expired(identity.expiresAt());
        }
        RolesAnywhereEndpoint endpoint =
                RolesAnywhereEndpoint.of(choice.trustAnchorArn(), config.rolesAnywhereEndpoint());
        X509Signer signer = new X509Signer(identity, endpoint.region());
        String body = body(choice);
        SdkHttpClient connections = http.apply(endpoint.region());
        Deadline deadline = new Deadline(System.nanoTime() + config.deadline().toNanos());
        AwsCalls.Call call = calls.begin(SERVICE, OPERATION);
        try {
            RolesAnywhereAnswer answer =
                    askTwice(() -> connections.prepareRequest(signed(signer, endpoint, body)), deadline, call);
            Session session = answer.session().orElseThrow(() -> RolesAnywhereErrors.of(answer));
            call.end(CallOutcome.OK);
            return session;
        } catch (RuntimeException e) {
            call.end(deadline.passed() ? CallOutcome.TIMEOUT : outcome(e));
            throw e;
        }
    }

    private static CallOutcome outcome(RuntimeException e) {
        return e.getCause() instanceof RolesAnywhereFailure failure ? failure.outcome() : CallOutcome.UNSENT;
    }

    private RolesAnywhereAnswer askTwice(
            Supplier<ExecutableHttpRequest> request, Deadline deadline, AwsCalls.Call call) {
        try {
            RolesAnywhereAnswer answer = ask(request.get(), deadline, call);
            if (!answer.failed() || deadline.passed()) {
                return answer;
            }
        } catch (IOException e) {
            if (deadline.passed()) {
                throw RolesAnywhereErrors.of(e, true);
            }
        }
        try {
            return ask(request.get(), deadline, call);
        } catch (IOException e) {
            throw RolesAnywhereErrors.of(e, deadline.passed());
        }
    }

    private RolesAnywhereAnswer ask(ExecutableHttpRequest request, Deadline deadline, AwsCalls.Call call)
            throws IOException {
        call.attempt();
        // Not on the timer's own thread, which all of the process shares and closing a TLS connection may hold.
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        var unused = answered.orTimeout(deadline.nanosLeft(), TimeUnit.NANOSECONDS)
                .whenCompleteAsync((done, late) -> abortIf(late != null, request), Thread::startVirtualThread);
        try {
            return RolesAnywhereAnswer.read(request.call());
        } finally {
            answered.complete(true);
        }
    }

    private static void abortIf(boolean late, ExecutableHttpRequest call) {
        if (late) {
            call.abort();
        }
    }

    /** Signed anew for each attempt, since AWS takes a signature's date for a few minutes only. */
    private HttpExecuteRequest signed(X509Signer signer, RolesAnywhereEndpoint endpoint, String body) {
        var unsigned = new X509Signer.Unsigned("POST", endpoint.host(), endpoint.path(), JSON_CONTENT, body);
        SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.base())
                .encodedPath(endpoint.path());
        signer.sign(unsigned, clock.instant()).forEach(request::putHeader);
        byte[] bytes = body.getBytes(UTF_8);
        request.putHeader("content-length", Integer.toString(bytes.length));
        return HttpExecuteRequest.builder()
                .request(request.build())
                .contentStreamProvider(() -> new ByteArrayInputStream(bytes))
                .build();
    }

    private static String body(CredentialChoice.RolesAnywhere choice) {
        ObjectNode body = JSON.createObjectNode();
        body.put("durationSeconds", choice.duration().toSeconds());
        body.put("profileArn", choice.profileArn());
        body.put("roleArn", choice.roleArn());
        body.put("trustAnchorArn", choice.trustAnchorArn());
        return body.toString();
    }

    /** A moment of {@link System#nanoTime}. */
    private record Deadline(long nanos) {

        boolean passed() {
            return nanos - System.nanoTime() <= 0;
        }

        long nanosLeft() throws IOException {
            long left = nanos - System.nanoTime();
            if (left <= 0) {
                throw new InterruptedIOException("The deadline has passed.");
            }
            return left;
        }
    }
}
