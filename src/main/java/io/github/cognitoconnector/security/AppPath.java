package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.CurrentApp;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which app a path is about. Resources act on the app found here, so a path read otherwise gains nothing.
 *
 * @param appId undecoded: an app id needs no encoding, so an encoded one is no app's
 * @param ofJob whether a job is named, whose id begins with its app's
 */
record AppPath(String appId, boolean ofJob) {

    private static final Pattern APP = Pattern.compile("/v1/apps/+([^/]+)(/.*)?");
    private static final Pattern JOB = Pattern.compile("/v1/jobs/+([^/.]+)([^/]*)(/.*)?");

    static Optional<AppPath> of(String path) {
        Matcher app = APP.matcher(path);
        if (app.matches()) {
            return Optional.of(new AppPath(app.group(1), false));
        }
        Matcher job = JOB.matcher(path);
        return job.matches() ? Optional.of(new AppPath(job.group(1), true)) : Optional.empty();
    }

    /** What is said where the caller may not act on the app: the same as where there is none. */
    ProblemException missing() {
        return ofJob ? ProblemException.of(ProblemType.JOB_NOT_FOUND, "There is no such job.") : CurrentApp.notFound();
    }
}
