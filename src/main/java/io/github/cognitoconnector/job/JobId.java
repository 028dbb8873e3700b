package io.github.cognitoconnector.job;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a job. Callers see the app in it, so that whoever is let in to an app is let in to its jobs, and nobody has to look
 * up whose job it is: {@code webshop.0b6f1c9e-…}.
 */
public record JobId(String appId, UUID id) {

    private static final Pattern TEXT =
            Pattern.compile("([a-z][a-z0-9-]{1,62})\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** @throws ProblemException {@code JOB_NOT_FOUND} for what can be none */
    static JobId parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw notFound();
        }
        return new JobId(parts.group(1), UUID.fromString(parts.group(2)));
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemType.JOB_NOT_FOUND, "There is no such job.");
    }

    @Override
    public String toString() {
        return appId + "." + id;
    }
}
