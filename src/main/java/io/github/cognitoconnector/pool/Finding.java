package io.github.cognitoconnector.pool;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A setting that will hurt, or that is good to know.
 *
 * @param code for programs; never changes
 * @param subject what it is about: the id of the user pool or of a client, the name of an attribute or of a group
 * @param detail what is so, and what comes of it
 * @param advice what to do about it
 */
@Schema(name = "DoctorFinding")
public record Finding(String code, Severity severity, String subject, String detail, String advice) {

    /** How much it matters, the most important last. */
    public enum Severity {
        /** Good to know; perhaps meant so. */
        INFO,
        /** Will hurt some day, or somebody. */
        WARNING,
        /** Something does not work. */
        ERROR
    }
}
