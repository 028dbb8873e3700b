package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One operation of the service.
 *
 * @param signed whether the request must carry an {@code Authorization} header, which {@link Callers} judge
 */
public record Operation(String name, boolean signed, Shape.Structure input, Action action) {

    /** Does the work and returns the members of the answer, or throws a {@link Refusal}. */
    @FunctionalInterface
    public interface Action {
        ObjectNode perform(Input input);
    }

    /** An action without anything to answer. */
    @FunctionalInterface
    public interface SilentAction {
        void perform(Input input);
    }

    public static Operation signed(String name, Action action, Member... members) {
        return new Operation(name, true, new Shape.Structure(List.of(members)), action);
    }

    public static Operation open(String name, Action action, Member... members) {
        return new Operation(name, false, new Shape.Structure(List.of(members)), action);
    }

    public static Action silent(SilentAction action) {
        return input -> {
            action.perform(input);
            return Json.object();
        };
    }

    /** Checks the form of the request, then the caller's permission, and only then looks at what there is, as AWS does. */
    ObjectNode perform(Input in, Callers.Permission permission) {
        Violations violations = new Violations();
        input.check("", in.members(), violations);
        violations.throwIfAny();
        Input known = new Input(input.known(in.members()), in.region());
        permission.check(name, known);
        return action.perform(known);
    }
}
