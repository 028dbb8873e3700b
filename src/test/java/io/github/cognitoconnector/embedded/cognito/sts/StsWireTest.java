package io.github.cognitoconnector.embedded.cognito.sts;

import static io.github.cognitoconnector.embedded.cognito.testing.Callers.KNOWN;
import static io.github.cognitoconnector.embedded.cognito.testing.Callers.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.embedded.cognito.testing.Callers;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;

/** Below the SDK, and what the control door does to it. */
class StsWireTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Callers CALLERS = new Callers(COGNITO);
    private static final String IDENTITY = "Action=GetCallerIdentity&Version=2011-06-15";
    private static final String[] SIGNED = {"Authorization", "AWS4-HMAC-SHA256 Credential=any"};

    private final StsClient sts = CALLERS.sts(KNOWN);

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @BeforeEach
    void register() {
        CALLERS.register("");
    }

    @AfterEach
    void reset() {
        sts.close();
        CALLERS.reset();
    }

    private static HttpResponse<String> post(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(COGNITO.server().endpoint() + "/"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
        return COGNITO.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static void fault(String members) {
        COGNITO.put("faults", "[{" + members + "}]");
    }

    @Test
    void errorIsXml() {
        HttpResponse<String> response = post(IDENTITY);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/xml");
        assertThat(response.headers().firstValue("date")).isPresent();
        assertThat(response.body())
                .startsWith("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                        + "<Type>Sender</Type><Code>MissingAuthenticationToken</Code>"
                        + "<Message>Request is missing Authentication Token</Message></Error><RequestId>");
    }

    @Test
    void textIsEscaped() {
        HttpResponse<String> response = post("Action=%3Ca%26b%01%3E&Version=2011-06-15", SIGNED);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("<Code>InvalidAction</Code>", "operation &lt;a&amp;b\uFFFD&gt; for version 2011-06-15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Action=AssumeRole", "Action=GetFederationToken&Version=2011-06-15", "Version=2011-06-15"})
    void unknownActionIsRefused(String body) {
        assertThat(post(body, SIGNED).body()).contains("<Code>InvalidAction</Code>");
    }

    @Test
    void bodyThatIsNoFormIsRefused() {
        assertThat(post(IDENTITY + "&Action=AssumeRole", SIGNED).body()).contains("<Code>MalformedQueryString</Code>");
    }

    @Test
    void knownKeyNeedsAWholeSignature() {
        HttpResponse<String> response = post(IDENTITY, "Authorization", "AWS4-HMAC-SHA256 Credential=AKIAKNOWN/");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("<Code>IncompleteSignature</Code>");
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied,403", "ExpiredToken,403", "Throttling,400", "InternalFailure,500"})
    void faultIsAnError(String code, int status) {
        fault("\"operation\":\"AssumeRole\",\"error\":\"" + code + "\",\"times\":1");

        assertThat(refusal(() -> sts.assumeRole(Callers.request(r -> {})))).startsWith(status + " " + code + ": ");
        assertThat(sts.assumeRole(Callers.request(r -> {})).credentials()).isNotNull();
    }

    @Test
    void tooManyRequestsAreCalledThrottling() {
        fault("\"operation\":\"GetCallerIdentity\",\"error\":\"TooManyRequestsException\"");

        assertThat(refusal(sts::getCallerIdentity)).isEqualTo("400 Throttling: Rate exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "TRUNCATED", "BLACKHOLE"})
    void faultOfTheNetworkIsNoAnswer(String fault) {
        fault("\"operation\":\"GetCallerIdentity\",\"afterEffect\":true,\"error\":\"" + fault + "\"");

        assertThatThrownBy(sts::getCallerIdentity).isInstanceOf(SdkClientException.class);
    }

    @Test
    void serverErrorOfAProxyIsNoXml() {
        fault("\"operation\":\"GetCallerIdentity\",\"error\":\"HTTP_500\"");

        assertThat(refusal(sts::getCallerIdentity)).startsWith("500 ");
    }

    @Test
    void statisticsCountEveryOutcome() {
        COGNITO.put("faults", """
                [{"operation":"AssumeRole","error":"Throttling","times":1},\
                {"operation":"AssumeRole","error":"AccessDenied","times":1}]""");
        refusal(() -> sts.assumeRole(Callers.request(r -> {})));
        refusal(() -> sts.assumeRole(Callers.request(r -> {})));
        sts.assumeRole(Callers.request(r -> {}));
        sts.getCallerIdentity();

        assertThat(COGNITO.control("GET", "stats", "").body())
                .contains(
                        "\"AssumeRole\":{\"calls\":3,\"throttled\":1,\"failed\":1}",
                        "\"GetCallerIdentity\":{\"calls\":1,\"throttled\":0,\"failed\":0}");
    }
}
