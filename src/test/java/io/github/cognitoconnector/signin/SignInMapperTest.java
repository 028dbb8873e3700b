package io.github.cognitoconnector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;

/** What Amazon Cognito tells beyond what the embedded one does, of sign-ins and of devices. */
class SignInMapperTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void readsAllThatThereIsOfASignIn() {
        SignIn signIn = SignInMapper.toSignIn(AuthEventType.builder()
                .eventId("1")
                .eventType("SignIn")
                .eventResponse("Fail")
                .creationDate(AT)
                .challengeResponses(ChallengeResponseType.builder()
                        .challengeName("Mfa")
                        .challengeResponse("Failure")
                        .build())
                .eventRisk(
                        r -> r.riskDecision("AccountTakeover").riskLevel("High").compromisedCredentialsDetected(true))
                .eventContextData(c -> c.ipAddress("192.0.2.7")
                        .city("London")
                        .country("United Kingdom")
                        .timezone("Europe/London")
                        .deviceName("Firefox, Linux"))
                .eventFeedback(f -> f.feedbackValue("Invalid").provider("Admin").feedbackDate(AT))
                .build());
        assertThat(signIn)
                .isEqualTo(new SignIn(
                        "1",
                        "SignIn",
                        "Fail",
                        List.of(new SignIn.Challenge("Mfa", "Failure")),
                        new SignIn.Risk("AccountTakeover", "High", true),
                        "192.0.2.7",
                        "London",
                        "United Kingdom",
                        "Europe/London",
                        "Firefox, Linux",
                        new SignIn.Feedback("Invalid", "Admin", AT),
                        AT));
        assertThat(signIn).hasToString("SignIn[1]");
    }

    @Test
    void readsTheLeastThatThereIsOfASignIn() {
        AuthEventType event = AuthEventType.builder()
                .eventId("1")
                .eventType("SomethingNew")
                .creationDate(AT)
                .build();
        assertThat(SignInMapper.toSignIn(event))
                .isEqualTo(
                        new SignIn("1", "SomethingNew", null, List.of(), null, null, null, null, null, null, null, AT));
    }

    @Test
    void readsADevice() {
        DeviceType device = DeviceType.builder()
                .deviceKey("us-east-1_5f0c")
                .deviceAttributes(
                        attribute("device_status", "valid"),
                        attribute("device_name", "Ada's phone"),
                        attribute("last_ip_used", "192.0.2.7"),
                        attribute("dev:device_remembered_status", "not_remembered"))
                .deviceCreateDate(AT)
                .build();
        assertThat(DeviceMapper.toDevice(device))
                .isEqualTo(new Device("us-east-1_5f0c", "Ada's phone", false, "192.0.2.7", AT, null, null))
                .hasToString("Device[us-east-1_5f0c]");
        assertThat(DeviceMapper.toDevice(
                        DeviceType.builder().deviceKey("us-east-1_5f0c").build()))
                .isEqualTo(new Device("us-east-1_5f0c", null, null, null, null, null, null));
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
