package io.github.cognitoconnector.group;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.MergePatch;
import io.github.cognitoconnector.rest.Mutation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** A merge patch of a group, made into what the group is to be. */
@ApplicationScoped
class GroupPatch {

    private final ObjectMapper json;
    private final Validator validator;
    private final Mutation mutation;

    GroupPatch(ObjectMapper json, Validator validator, Mutation mutation) {
        this.json = json;
        this.validator = validator;
        this.mutation = mutation;
    }

    /**
     * @throws UncheckedIOException with Jackson's cause if a property is unknown or has the wrong type
     * @throws ConstraintViolationException if the outcome is no valid group
     * @throws ProblemException {@code VALIDATION_FAILED} for another name
     */
    GroupDefinition apply(Group current, ObjectNode changes) {
        mutation.changes(changes.properties().stream().map(Map.Entry::getKey).toList());
        JsonNode outcome = MergePatch.apply(json.valueToTree(UpdateGroupRequest.of(current)), changes);
        changes.properties().stream()
                .filter(change -> change.getValue().isNull())
                .forEach(removal -> ((ObjectNode) outcome).putNull(removal.getKey())); // unknown ones are to be refused
        UpdateGroupRequest wanted = read(outcome);
        Set<ConstraintViolation<UpdateGroupRequest>> violations = validator.validate(wanted);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        if (!current.name().equals(wanted.name())) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED, "/name", "Cognito cannot rename a group. Create another one.");
        }
        return wanted.definition();
    }

    private UpdateGroupRequest read(JsonNode outcome) {
        try {
            return json.treeToValue(outcome, UpdateGroupRequest.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
