package io.github.cognitoconnector.job;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import java.util.Set;

/** What a kind of job does; one bean for each kind. Its calls are the caller's who has started the job. */
public interface JobWork {

    JobKind kind();

    /** What whoever has started the job has to hold for as long as it runs. */
    Set<String> permissions();

    /**
     * Adds rows before any row is worked on; of kinds that have any to add. May be asked again after it was broken off, and begins
     * anew then.
     *
     * @throws ProblemException what fails the job, unless it passes
     */
    default void prepare(App app, RunningJob job, Preparation rows) {
        // most kinds have all their rows from their caller
    }

    /**
     * Does the work of a row. If it has been begun before and nobody knows what became of it, {@code rest/Attempt} says so.
     *
     * @throws ProblemException why the row is rejected; what passes, or leaves open what was done, has it tried again
     */
    RowResult run(App app, JobPlan plan, RowTask row);
}
