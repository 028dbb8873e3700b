package io.github.cognitoconnector.embedded.cognito.sts;

import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.iam.AccessKey;
import io.github.cognitoconnector.embedded.cognito.iam.Caller;
import io.github.cognitoconnector.embedded.cognito.iam.Gatekeeper;
import io.github.cognitoconnector.embedded.cognito.iam.Identities;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.Role;
import io.github.cognitoconnector.embedded.cognito.iam.RoleArn;
import io.github.cognitoconnector.embedded.cognito.iam.SessionIssue;
import io.github.cognitoconnector.embedded.cognito.iam.SessionPolicy;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.util.Optional;

/** Makes sessions of roles. A role that is not registered can be assumed by everybody for up to twelve hours. */
public final class AssumeRole {

    private static final String ACTION = "sts:AssumeRole";
    private static final Duration CHAINED = Duration.ofHours(1);
    private static final int PACKED_POLICY_LIMIT = 2_048;

    private final Gatekeeper gatekeeper;
    private final Identities identities;
    private final SessionIssue sessions;

    public AssumeRole(Gatekeeper gatekeeper, Identities identities, SessionIssue sessions) {
        this.gatekeeper = gatekeeper;
        this.identities = identities;
        this.sessions = sessions;
    }

    /** The answer, or a {@link Refusal}: the form of the request first, then the permission, then the duration. */
    String perform(Caller caller, Form form) {
        AssumeRoleInput input = AssumeRoleInput.read(form);
        RoleArn arn = RoleArn.parse(input.roleArn())
                .orElseThrow(() -> AssumeRoleInput.invalid(input.roleArn() + " is invalid"));
        Optional<SessionPolicy> policy = input.policy().map(AssumeRole::policy);
        authorize(caller, arn, input);
        Duration duration = duration(caller, arn, input);
        AccessKey key = sessions.issue(new SessionIssue.Wish(arn, input.sessionName(), duration, policy));
        return answer(key, input.policy());
    }

    private static SessionPolicy policy(String text) {
        return SessionPolicy.parse(text)
                .orElseThrow(() -> new Refusal("MalformedPolicyDocument", "Syntax errors in policy."));
    }

    private void authorize(Caller caller, RoleArn arn, AssumeRoleInput input) {
        boolean trusted = identities
                .role(arn)
                .filter(role -> role.denied() || !isExpected(role, input.externalId()))
                .isEmpty();
        Optional<String> denial = gatekeeper.denial(caller, ACTION, arn.text());
        if (!trusted || denial.isPresent()) {
            throw new Refusal(
                    "AccessDenied",
                    "User: %s is not authorized to perform: %s on resource: %s"
                            .formatted(caller.principal().arn(), ACTION, arn.text()));
        }
    }

    /** A trust policy without the condition takes any external id. */
    private static boolean isExpected(Role role, Optional<String> given) {
        return role.externalId().isEmpty() || role.externalId().equals(given);
    }

    private Duration duration(Caller caller, RoleArn arn, AssumeRoleInput input) {
        if (caller.isSession() && input.duration().compareTo(CHAINED) > 0) {
            throw AssumeRoleInput.invalid(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
        identities
                .role(arn)
                .filter(role -> input.duration().compareTo(role.maxSession()) > 0)
                .ifPresent(role -> {
                    throw AssumeRoleInput.invalid(
                            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
                });
        return input.duration();
    }

    private static String answer(AccessKey key, Optional<String> policy) {
        AccessKey.Session session = key.session().orElseThrow();
        String user = Xml.element(
                "AssumedRoleUser",
                Xml.text("AssumedRoleId", key.principal().userId()),
                Xml.text("Arn", key.principal().arn()));
        String credentials = Xml.element(
                "Credentials",
                Xml.text("AccessKeyId", key.id()),
                Xml.text("SecretAccessKey", key.secret()),
                Xml.text("SessionToken", session.token()),
                Xml.text("Expiration", session.expiresAt().toString()));
        String size = policy.map(text ->
                        Xml.text("PackedPolicySize", String.valueOf(1 + text.length() * 99 / PACKED_POLICY_LIMIT)))
                .orElse("");
        return Xml.response("AssumeRole", user, credentials, size);
    }
}
