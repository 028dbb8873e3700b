package io.github.cognitoconnector.connection;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.credentials.CallerIdentity;
import io.github.cognitoconnector.credentials.CredentialsType;
import io.github.cognitoconnector.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What an operator can do about a failed check. Files are named as in this repository. */
final class Advice {

    private Advice() {}

    /** On why there is no session; only where trust or a permission is missing there is more to say than AWS's refusal does. */
    static ProblemException onSession(App app, ProblemException failure) {
        if (Finding.of(failure) != Finding.DENIED) {
            return failure;
        }
        String advice = app.credentials().type() == CredentialsType.ASSUME_ROLE
                ? "Allow the service sts:AssumeRole on " + app.credentials().roleArn()
                        + " (deploy/aws/service-assume-role.json), and have the role trust it with the app's externalId"
                        + " (deploy/aws/trust-assume-role.json)."
                : "For the role's trust policy see deploy/aws/trust-roles-anywhere.json.";
        return failure.as(failure.type(), failure.detail() + " " + advice);
    }

    static ProblemException onPool(App app, ProblemException failure) {
        return failure.as(
                failure.type(),
                "There is no user pool " + app.userPoolId() + " in " + app.region()
                        + " of the account that the credentials belong to. Correct the app's userPoolId or its credentials.");
    }

    static ProblemException onDenial(
            App app, CognitoAction action, @Nullable CallerIdentity identity, ProblemException failure) {
        return failure.as(
                failure.type(),
                "Allow " + action.iam() + " on " + poolArn(app, identity) + ", for instance with " + action.policy()
                        + ".");
    }

    /** A pool lies in the account of whoever may use it, since pools cannot be shared. */
    private static String poolArn(App app, @Nullable CallerIdentity identity) {
        String account = identity == null ? "ACCOUNT" : identity.account();
        return "arn:" + CognitoProbes.partition(app.region()) + ":cognito-idp:" + app.region() + ":" + account
                + ":userpool/" + app.userPoolId();
    }
}
