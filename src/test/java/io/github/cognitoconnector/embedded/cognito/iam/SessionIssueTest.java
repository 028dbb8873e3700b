package io.github.cognitoconnector.embedded.cognito.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cognitoconnector.embedded.cognito.clock.AdjustableClock;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.Rights;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.UserKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionIssueTest {

    private static final int CAPACITY = 10_000;

    private final AdjustableClock clock = new AdjustableClock();
    private final Identities identities = new Identities();
    private final SessionIssue sessions = new SessionIssue(identities, clock);
    private final Gatekeeper gatekeeper = new Gatekeeper(identities, sessions, clock);

    private AccessKey issue(String name) {
        RoleArn role = RoleArn.parse("arn:aws:iam::123456789012:role/app").orElseThrow();
        return sessions.issue(new SessionIssue.Wish(role, name, Duration.ofHours(1), Optional.empty()));
    }

    private Flaw flaw(AccessKey key) {
        String header = "AWS4-HMAC-SHA256 Credential=" + key.id()
                + "/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00";
        Request request =
                new Request("POST", "/", Map.of("authorization", header, "x-amz-date", "20260101T000000Z"), "");
        return catchDistrust(request).flaw();
    }

    private Distrust catchDistrust(Request request) {
        try {
            throw new AssertionError(gatekeeper.caller(request, "sts"));
        } catch (Distrust distrust) {
            return distrust;
        }
    }

    @Test
    void oldestSessionIsForgottenAndThenEnded() {
        AccessKey first = issue("first");
        AccessKey second = issue("second");
        for (int i = 1; i < CAPACITY; i++) {
            issue("more");
        }

        assertThat(identities.key(first.id())).isEmpty();
        assertThat(flaw(first)).isEqualTo(Flaw.EXPIRED_TOKEN);
        assertThat(identities.key(second.id())).isPresent();
        assertThat(flaw(second)).isEqualTo(Flaw.UNKNOWN_TOKEN);
    }

    @Test
    void noTwoSessionsAreAlikeButTheirRoleIs() {
        AccessKey one = issue("app");
        AccessKey other = issue("app");

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.secret()).isNotEqualTo(other.secret());
        assertThat(one.session().orElseThrow().token())
                .isNotEqualTo(other.session().orElseThrow().token());
        assertThat(one.principal()).isEqualTo(other.principal());
    }

    @Test
    void secretsStayOutOfTexts() {
        AccessKey key = issue("app");
        UserKey user =
                new UserKey("AKIA", "hush-hush", Optional.empty(), Optional.empty(), new Rights(Set.of(), false));

        assertThat(key.toString())
                .doesNotContain(
                        key.secret(), key.id(), key.session().orElseThrow().token());
        assertThat(key.session().toString())
                .doesNotContain(key.session().orElseThrow().token());
        assertThat(user.toString()).doesNotContain("hush-hush");
        assertThat(new Caller(key.principal(), Optional.of(key)).toString()).doesNotContain(key.secret());
    }

    @Test
    void unsignedRequestIsNobodys() {
        assertThatExceptionOfType(Distrust.class)
                .isThrownBy(() -> gatekeeper.caller(new Request("POST", "/", Map.of(), ""), "sts"))
                .extracting(Distrust::flaw)
                .isEqualTo(Flaw.UNSIGNED);
    }
}
