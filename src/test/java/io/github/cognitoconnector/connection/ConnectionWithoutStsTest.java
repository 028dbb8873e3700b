package io.github.cognitoconnector.connection;

import static io.github.cognitoconnector.connection.TestedApp.check;
import static io.github.cognitoconnector.connection.TestedApp.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.github.cognitoconnector.testing.Cognito;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where nothing answers that makes sessions or knows identities. */
@QuarkusTest
@TestProfile(ConnectionWithoutStsTest.NobodyThere.class)
class ConnectionWithoutStsTest {

    /** Port 1 is reserved; nothing listens there. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("connector.aws.sts-endpoint", "http://127.0.0.1:1");
        }
    }

    private static final String IDENTITY = "sts:GetCallerIdentity";

    @BeforeEach
    @AfterEach
    void forgetCalls() {
        Cognito.reset();
    }

    /** A network may let calls to Cognito through and none to STS. */
    @Test
    void theServicesOwnCredentialsWorkAllTheSame() {
        test("demo")
                .body("ok", equalTo(false))
                .body("identity", nullValue())
                .body("checks.findAll { !it.ok }.action", equalTo(List.of(IDENTITY)))
                .body(check(IDENTITY, "problem.code"), equalTo("upstream-unavailable"));
    }

    @Test
    void keysOfTheAppsOwnWorkAllTheSameAndAreNotShown() {
        String app = TestedApp.on(Cognito.DEMO_POOL, """
                {"type": "STATIC", "accessKeyId": "AKIAIOSFODNN7EXAMPLE",
                 "secretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}""");
        test(app)
                .body("checks.findAll { !it.ok }.action", equalTo(List.of(IDENTITY)))
                .body("checks.action", not(hasItem("sts:AssumeRole")))
                .body(not(containsString("wJalrXUtn")))
                .body(not(containsString("AKIAIOSFODNN7")));
    }

    @Test
    void withoutASessionNothingElseIsAsked() {
        String app = TestedApp.on(
                Cognito.DEMO_POOL, "{\"type\": \"ASSUME_ROLE\", \"roleArn\": \"arn:aws:iam::123456789012:role/app\"}");
        test(app)
                .body("ok", equalTo(false))
                .body("identity", nullValue())
                .body("checks[0].action", equalTo("sts:AssumeRole"))
                .body("checks[1].action", equalTo(IDENTITY))
                .body("checks", hasSize(2 + CognitoAction.values().length))
                .body("checks.ok", everyItem(equalTo(false)))
                .body("checks.problem.code", everyItem(equalTo("upstream-unavailable")))
                .body("checks.problem.upstream.service", everyItem(equalTo("sts")));
        assertThat(Stream.of(CognitoAction.values())).allMatch(action -> Cognito.calls(action.operation()) == 0);
    }
}
