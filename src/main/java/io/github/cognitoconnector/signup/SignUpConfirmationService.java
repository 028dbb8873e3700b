package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.security.NameAllowances;
import io.github.cognitoconnector.security.NameAllowances.Allowance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Confirms sign-ups and gives the app's default groups. A wrong code, one that has expired, a name that nobody has and
 * somebody who is confirmed already get one and the same answer.
 */
@ApplicationScoped
public class SignUpConfirmationService {

    /** Cognito takes 15 tries an hour of a user. */
    private static final Allowance CONFIRM = new Allowance("confirm", 7, 7);

    /** What Cognito says of a code that is not the right one, and of a name for which no code can be right. */
    private static final Set<String> NOT_THE_CODE = Set.of(
            "CodeMismatchException",
            "ExpiredCodeException",
            "UserNotFoundException",
            "NotAuthorizedException",
            "InvalidParameterException");

    private final SignUpRules rules;
    private final CognitoSignUps signUps;
    private final SignedUpUsers users;
    private final DefaultGroups groups;
    private final NameAllowances allowances;

    SignUpConfirmationService(
            SignUpRules rules,
            CognitoSignUps signUps,
            SignedUpUsers users,
            DefaultGroups groups,
            NameAllowances allowances) {
        this.rules = rules;
        this.signUps = signUps;
        this.users = users;
        this.groups = groups;
        this.allowances = allowances;
    }

    /**
     * Two upstream calls, and one for each default group. What was broken off between Cognito's confirmation and the last
     * group is finished by a repeat; it needs the name alone, as the code is used up, and gives what was about to be given.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} for the code, {@code UNSUPPORTED_STATE} if nobody signs up here,
     *     {@code ALIAS_EXISTS}, {@code THROTTLED}, {@code PARTIAL_WRITE} if groups are missing
     */
    void confirm(App app, String username, String code) {
        SignUpClient client = rules.client(app);
        allowances.take(CONFIRM, app.userPoolId(), username);
        SignedUpUsers.Waiting waiting = users.begin(app, username);
        try {
            signUps.confirm(app, client, username, code);
        } catch (ProblemException e) {
            if (!isConfirmed(e) || !users.wasBrokenOff(app, waiting)) {
                throw refused(app, waiting, e);
            }
        }
        groups.give(app, waiting);
    }

    /** Or disabled, which is told by looking at the user. */
    private static boolean isConfirmed(ProblemException e) {
        return SignUpOutcome.code(e).equals("NotAuthorizedException");
    }

    /** Where it is not known whether Cognito has confirmed the user, the confirmation stays under way. */
    private ProblemException refused(App app, SignedUpUsers.Waiting waiting, ProblemException e) {
        if (SignUpOutcome.isLimit(e)) {
            users.end(app, waiting);
            return SignUpOutcome.limit();
        }
        if (NOT_THE_CODE.contains(SignUpOutcome.code(e))) {
            users.end(app, waiting);
            return ProblemException.field(
                    ProblemType.VALIDATION_FAILED,
                    "/code",
                    "The code is not the right one, or has expired. Have another one sent.");
        }
        if (e.type() == ProblemType.ALIAS_EXISTS) {
            users.end(app, waiting);
        }
        return e;
    }
}
