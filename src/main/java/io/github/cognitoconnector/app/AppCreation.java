package io.github.cognitoconnector.app;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Attempt;
import jakarta.enterprise.context.ApplicationScoped;

/** Registers apps for callers, who may repeat what they do not know the answer to. */
@ApplicationScoped
class AppCreation {

    private final AppService apps;
    private final Attempt attempt;

    AppCreation(AppService apps, Attempt attempt) {
        this.apps = apps;
        this.attempt = attempt;
    }

    /**
     * An app that the lost attempt before this one has registered is the answer to this one.
     *
     * @throws ProblemException as {@link AppService#create}
     */
    App create(AppRequest request) {
        try {
            return apps.create(request);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.APP_EXISTS || !attempt.isRepeat()) {
                throw e;
            }
            return apps.find(request.id())
                    .filter(found -> found.createdAt().isAfter(attempt.notBefore()) && found.isWhat(request))
                    .orElseThrow(() -> e);
        }
    }
}
