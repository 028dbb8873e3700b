package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvents;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.Renewal;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.token.UserTokens;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** InitiateAuth, RespondToAuthChallenge and the same two for administrators. */
public final class AuthOperations {

    private static final Shape FLOW = Shapes.choice(
            "USER_SRP_AUTH",
            "REFRESH_TOKEN_AUTH",
            "REFRESH_TOKEN",
            "CUSTOM_AUTH",
            "ADMIN_NO_SRP_AUTH",
            "USER_PASSWORD_AUTH",
            "ADMIN_USER_PASSWORD_AUTH",
            "USER_AUTH");
    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member CLIENT = required("ClientId", Shapes.CLIENT_ID);
    private static final Member AUTH_FLOW = required("AuthFlow", FLOW);
    private static final Member PARAMETERS = optional("AuthParameters", Shapes.TEXTS);
    private static final Member METADATA = optional("ClientMetadata", Shapes.CLIENT_METADATA);
    private static final Member ANALYTICS = optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA);
    private static final Member USER_CONTEXT = optional("UserContextData", Shapes.USER_CONTEXT);
    private static final Member CONTEXT = optional("ContextData", Shapes.CONTEXT);
    private static final Member CHALLENGE = required(
            "ChallengeName",
            Shapes.choice(
                    "SMS_MFA",
                    "EMAIL_OTP",
                    "SOFTWARE_TOKEN_MFA",
                    "SELECT_MFA_TYPE",
                    "MFA_SETUP",
                    "PASSWORD_VERIFIER",
                    "CUSTOM_CHALLENGE",
                    "SELECT_CHALLENGE",
                    "DEVICE_SRP_AUTH",
                    "DEVICE_PASSWORD_VERIFIER",
                    "ADMIN_NO_SRP_AUTH",
                    "NEW_PASSWORD_REQUIRED",
                    "SMS_OTP",
                    "PASSWORD",
                    "WEB_AUTHN",
                    "PASSWORD_SRP"));
    private static final Member RESPONSES = optional("ChallengeResponses", Shapes.TEXTS);
    private static final Member SESSION = optional("Session", Shapes.SESSION);

    private final Pools pools;
    private final Flows flows;
    private final Map<String, ChallengeKind> challengeKinds;
    private final SoftwareTokens softwareTokens;
    private final Watch watch;

    /** What signs people in and knows them again. */
    public record Issuing(Sessions sessions, UserTokens tokens, AccessTokens accessTokens) {}

    /** What a sign-in leaves behind: messages and events. */
    public record Traces(Mailings mailings, AuthEvents events) {}

    public AuthOperations(Pools pools, Accounts accounts, Issuing issuing, Traces traces, InstantSource clock) {
        Challenges challenges = new Challenges(clock);
        SecondSteps later = new SecondSteps(challenges, accounts, issuing, traces.mailings(), clock);
        NewPasswords newPasswords = new NewPasswords(challenges, accounts, later.admission());
        SignIn signIn = new SignIn(newPasswords, later.admission(), later.lockouts(), clock);
        PasswordVerifier passwordVerifier = new PasswordVerifier(challenges, signIn, clock);
        this.pools = pools;
        this.flows = new Flows(signIn, passwordVerifier, new Renewal(pools, issuing.sessions(), issuing.tokens()));
        this.challengeKinds = Stream.concat(Stream.of(newPasswords, passwordVerifier), later.kinds())
                .collect(Collectors.toUnmodifiableMap(ChallengeKind::name, Function.identity()));
        this.softwareTokens = new SoftwareTokens(pools, issuing.accessTokens(), challenges, later.authenticators());
        this.watch = new Watch(traces.events());
    }

    public List<Operation> operations() {
        return Stream.concat(flowOperations().stream(), softwareTokens.operations().stream())
                .toList();
    }

    private List<Operation> flowOperations() {
        return List.of(
                Operation.open(
                        "InitiateAuth",
                        this::initiate,
                        CLIENT,
                        AUTH_FLOW,
                        PARAMETERS,
                        SESSION,
                        METADATA,
                        ANALYTICS,
                        USER_CONTEXT),
                Operation.signed(
                        "AdminInitiateAuth",
                        this::adminInitiate,
                        POOL,
                        CLIENT,
                        AUTH_FLOW,
                        PARAMETERS,
                        SESSION,
                        METADATA,
                        ANALYTICS,
                        CONTEXT),
                Operation.open(
                        "RespondToAuthChallenge",
                        this::respond,
                        CLIENT,
                        CHALLENGE,
                        SESSION,
                        RESPONSES,
                        METADATA,
                        ANALYTICS,
                        USER_CONTEXT),
                Operation.signed(
                        "AdminRespondToAuthChallenge",
                        this::adminRespond,
                        POOL,
                        CLIENT,
                        CHALLENGE,
                        SESSION,
                        RESPONSES,
                        METADATA,
                        ANALYTICS,
                        CONTEXT));
    }

    private ObjectNode initiate(Input input) {
        return start(input, open(input), List.of("USER_PASSWORD_AUTH"));
    }

    private ObjectNode adminInitiate(Input input) {
        return start(input, administered(input), List.of("ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"));
    }

    private ObjectNode start(Input input, Attempt attempt, List<String> passwordFlows) {
        String flow = input.text("AuthFlow");
        Responses parameters = Responses.parameters(input);
        if (flow.equals("REFRESH_TOKEN") || flow.equals("REFRESH_TOKEN_AUTH")) {
            return flows.refresh(attempt, parameters);
        }
        if (flow.equals("USER_SRP_AUTH")) {
            return flows.secureRemotePassword(attempt, parameters);
        }
        if (flow.equals("CUSTOM_AUTH") || flow.equals("USER_AUTH")) {
            throw MissingFlows.refusal(attempt, flow);
        }
        if (!passwordFlows.contains(flow)) {
            throw Refusal.invalidParameter("Initiate Auth method not supported.");
        }
        return watch.over("", attempt, parameters, () -> flows.password(attempt, flow, parameters));
    }

    private ObjectNode respond(Input input) {
        return accept(open(input), input);
    }

    private ObjectNode adminRespond(Input input) {
        return accept(administered(input), input);
    }

    private ObjectNode accept(Attempt attempt, Input input) {
        ChallengeKind kind = challengeKinds.get(input.text("ChallengeName"));
        if (kind == null) {
            throw MissingFlows.challenge(input.text("ChallengeName"));
        }
        Responses responses = Responses.toChallenge(input);
        return watch.over(kind.name(), attempt, responses, () -> kind.accept(attempt, responses));
    }

    private Attempt open(Input input) {
        AppClient client = pools.clientOf(input);
        return new Attempt(pools.get(client.poolId()), client, Attempt.Origin.of(input));
    }

    private Attempt administered(Input input) {
        UserPool pool = pools.of(input);
        return new Attempt(pool, pools.clientOf(pool, input), Attempt.Origin.of(input));
    }
}
