package io.github.cognitoconnector.problem;

/** What a refused caller is told: nothing about the cause where the token is refused. */
final class SecurityProblems {

    private SecurityProblems() {}

    static ProblemException ofAuthentication(Throwable e) {
        return ProblemException.within(e)
                .orElseGet(() -> ProblemException.of(
                        ProblemType.UNAUTHENTICATED, "Send a valid Cognito access token as a bearer token.", e));
    }
}
