package io.github.cognitoconnector.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What has become of rows and jobs, as it is kept: sealed, since details name people, and passwords are secrets. */
@ApplicationScoped
class RowSeal {

    /** The place of a job's own problem. */
    static final String OF_JOB = "problem";

    private final JobSeal seal;
    private final ObjectMapper json;

    RowSeal(JobSeal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    static String place(int row) {
        return JobSeal.place(row, "problem");
    }

    String problem(UUID job, String place, ProblemException problem) {
        try {
            return seal.seal(job, place, json.writeValueAsString(Problem.partOfAnswer(problem)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be written", e);
        }
    }

    Problem openProblem(UUID job, String place, String sealed) {
        try {
            return json.readValue(seal.open(job, place, sealed), Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem cannot be read", e);
        }
    }

    String password(RowClaim claim, String password) {
        return seal.seal(claim.jobId(), JobSeal.place(claim.row(), "password"), password);
    }

    String openPassword(UUID job, int row, String sealed) {
        return seal.open(job, JobSeal.place(row, "password"), sealed);
    }

    String openKey(UUID job, int row, String sealed) {
        return seal.open(job, JobSeal.place(row, "key"), sealed);
    }
}
