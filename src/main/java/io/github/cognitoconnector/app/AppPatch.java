package io.github.cognitoconnector.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.rest.MergePatch;
import io.github.cognitoconnector.rest.Mutation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** A merge patch of an app, made into the request that would write the outcome. */
@ApplicationScoped
class AppPatch {

    private final ObjectMapper json;
    private final Validator validator;
    private final Mutation mutation;

    AppPatch(ObjectMapper json, Validator validator, Mutation mutation) {
        this.json = json;
        this.validator = validator;
        this.mutation = mutation;
    }

    /**
     * @throws UncheckedIOException with Jackson's cause if a property is unknown or has the wrong type
     * @throws ConstraintViolationException if the outcome is not a valid app
     */
    AppRequest apply(App current, ObjectNode changes) {
        ObjectNode base = json.valueToTree(current.toRequest());
        if (changes.has("userPoolId") && !changes.has("region")) {
            base.remove("region");
        }
        AppRequest request = read(withNulls(MergePatch.apply(base, changes), changes));
        mutation.changes(changes.properties().stream().map(Map.Entry::getKey).toList());
        Set<ConstraintViolation<AppRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }

    /** A removal of what an app never has is a slip of the pen, as its setting would be; so it has to be read too. */
    private static JsonNode withNulls(JsonNode outcome, ObjectNode changes) {
        changes.properties().stream()
                .filter(change -> change.getValue().isNull())
                .forEach(change -> ((ObjectNode) outcome).putNull(change.getKey()));
        return outcome;
    }

    private AppRequest read(JsonNode outcome) {
        try {
            return json.treeToValue(outcome, AppRequest.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
