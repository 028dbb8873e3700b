package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.NameAllowances;
import io.github.cognitoconnector.security.NameAllowances.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Lets visitors sign themselves up. Nobody learns from an answer whether a name or an address is taken: known and unknown
 * ones cost the same upstream calls and get the same answers. Somebody who has an account already gets no message, since
 * Cognito sends none.
 */
@ApplicationScoped
public class SignUpService {

    private static final Logger LOG = Logger.getLogger(SignUpService.class);

    /** Cognito's own, for codes that confirm a sign-up. */
    private static final Duration CODE_LIFE = Duration.ofHours(24);

    /** Cognito sends 5 an hour to a user. */
    private static final Allowance RESEND = new Allowance("resend", 2, 3);

    private final SignUpRules rules;
    private final CognitoSignUps signUps;
    private final DefaultGroups groups;
    private final NameAllowances allowances;
    private final Clock clock;

    SignUpService(
            SignUpRules rules, CognitoSignUps signUps, DefaultGroups groups, NameAllowances allowances, Clock clock) {
        this.rules = rules;
        this.signUps = signUps;
        this.groups = groups;
        this.allowances = allowances;
        this.clock = clock;
    }

    /**
     * Creates the user, unconfirmed, if the name is free. One upstream call.
     *
     * @throws ProblemException what {@link SignUpRules#decide} refuses, and {@code THROTTLED}
     */
    SignUp start(App app, SignUpRequest request) {
        NewSignUp decided = rules.decide(app, request);
        begin(app, decided).ifPresent(sub -> groups.giveAtOnce(app, sub));
        return new SignUp(
                decided.username(),
                decided.medium(),
                clock.instant().plus(CODE_LIFE).truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<String> begin(App app, NewSignUp decided) {
        try {
            return signUps.start(app, decided);
        } catch (ProblemException e) {
            if (!looksDone(app, e)) {
                throw refusal(app, decided.client(), e);
            }
            return Optional.empty();
        }
    }

    /** Of a name that is taken, and of a code that could not be sent, which happens to free names alone, nothing is told. */
    private static boolean looksDone(App app, ProblemException e) {
        boolean unsent = SignUpOutcome.code(e).equals("CodeDeliveryFailureException");
        if (unsent) {
            LOG.warnf("Cognito could not send the code of a sign-up for app %s", app.id());
        }
        return unsent || e.type() == ProblemType.USER_EXISTS || e.type() == ProblemType.ALIAS_EXISTS;
    }

    private ProblemException refusal(App app, SignUpClient client, ProblemException e) {
        if (SignUpOutcome.isLimit(e)) {
            return SignUpOutcome.limit();
        }
        return switch (e.type()) {
            case INVALID_PASSWORD -> {
                rules.forget(app, client);
                yield SignUpRules.refusedPassword();
            }
            case UNSUPPORTED_STATE, NOT_FOUND -> {
                rules.forget(app, client);
                yield ProblemException.of(
                        ProblemType.UNSUPPORTED_STATE,
                        "The user pool or the app client does not let people sign up like this. Look at their settings.");
            }
            case VALIDATION_FAILED ->
                ProblemException.of(
                        ProblemType.VALIDATION_FAILED, "Cognito, or a trigger of the pool, refused a value.");
            default -> e;
        };
    }

    /**
     * Sends another code, if there is somebody who waits for one. One upstream call.
     *
     * @throws ProblemException {@code UNSUPPORTED_STATE}, {@code THROTTLED}
     */
    void resend(App app, String username) {
        SignUpClient client = rules.client(app);
        allowances.take(RESEND, app.userPoolId(), username);
        try {
            signUps.resend(app, client, username);
        } catch (ProblemException e) {
            if (SignUpOutcome.isLimit(e)) {
                throw SignUpOutcome.limit();
            }
            if (isOfAnybody(e)) {
                throw e;
            }
            LOG.debugf("Cognito sent no code again for app %s: %s", app.id(), SignUpOutcome.code(e));
        }
    }

    /** What happens to unknown names as well; everything else happens to those alone whom Cognito knows. */
    private static boolean isOfAnybody(ProblemException e) {
        return switch (e.type()) {
            case THROTTLED, CREDENTIALS_REJECTED, UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT, NOT_FOUND -> true;
            case UPSTREAM_FAILED -> SignUpOutcome.code(e).equals("ResourceNotFoundException");
            default -> false;
        };
    }
}
