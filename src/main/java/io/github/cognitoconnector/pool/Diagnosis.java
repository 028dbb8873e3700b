package io.github.cognitoconnector.pool;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the doctor has found.
 *
 * @param findings the worst first
 */
@Schema(examples = """
                {"findings": [
                  {"code": "client-missing", "severity": "ERROR", "subject": "removed",
                   "detail": "The app lists a client that its user pool does not have.",
                   "advice": "Take it out of the app's clientIds, or put in the one that was meant."},
                  {"code": "deletion-protection-off", "severity": "WARNING", "subject": "us-east-1_demo",
                   "detail": "One call deletes the pool with all of its users, for good.",
                   "advice": "Set DeletionProtection to ACTIVE."}]}""")
public record Diagnosis(List<Finding> findings) {

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::code)
            .thenComparing(Finding::subject);

    static Diagnosis of(Stream<Finding> findings) {
        return new Diagnosis(findings.sorted(WORST_FIRST).toList());
    }
}
