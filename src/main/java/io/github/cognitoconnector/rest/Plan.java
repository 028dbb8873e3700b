package io.github.cognitoconnector.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a request would do, if it were made without {@code dryRun=true}.
 *
 * @param plan the writes, in their order; empty if there is nothing to do
 * @param warnings what the caller should know of them
 */
@Schema(examples = """
                {"plan": [{"operation": "AdminCreateUser", "user": "grace", "attributes": ["email"]},
                          {"operation": "AdminAddUserToGroup", "user": "grace", "group": "demo"}],
                 "warnings": []}""")
public record Plan(List<PlannedStep> plan, List<String> warnings) {}
