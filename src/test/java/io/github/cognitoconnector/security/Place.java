package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import java.util.function.BiPredicate;

/**
 * Somewhere in a request where something of another app's can be put.
 *
 * @param outside whether the request is about the other app then, or still about the caller's own
 * @param takes operations and callers that it is there for; callers are asked about for the pool they share with the other
 *     app
 */
record Place(String name, boolean outside, BiPredicate<Operation, Boolean> takes, Change change) {

    /** Puts it there. */
    @FunctionalInterface
    interface Change {
        Request put(Request plain, Step step);
    }

    /**
     * What is put where.
     *
     * @param cursors finds the foreign side's position in a list
     */
    record Step(Operation operation, Side own, Side foreign, Cursors cursors) {

        String cursor() {
            return cursors.of(operation, foreign);
        }
    }

    /** Positions in lists that belong to another caller. */
    @FunctionalInterface
    interface Cursors {
        String of(Operation operation, Side side);
    }

    /** About the other app, named by its id spelled in some way. */
    static Place spelled(String name, Spelling spelling) {
        return outside(name, (plain, step) -> plain.at(foreignPath(step, spelling)));
    }

    /** How the segment that names the app, or the job, reads. */
    @FunctionalInterface
    interface Spelling {
        String of(String foreign, String own);
    }

    /** About the other app's job, named by its id spelled in some way. */
    static Place ofJob(String name, Spelling spelling) {
        return new Place(
                name,
                true,
                (operation, samePool) -> operation.ofJob(),
                (plain, step) -> plain.at(step.operation()
                        .path()
                        .replace(
                                "{job}",
                                spelling.of(step.foreign().job(), step.own().job()))));
    }

    /** About the other app, with something else besides. */
    static Place outside(String name, Change change) {
        return new Place(
                name,
                true,
                (operation, samePool) -> operation.ofApp(),
                (plain, step) -> change.put(plain.at(foreignPath(step, (foreign, own) -> foreign)), step));
    }

    /** About the own app, or none. */
    static Place inside(String name, BiPredicate<Operation, Boolean> takes, Change change) {
        return new Place(name, false, takes, change);
    }

    static Place inside(String name, Change change) {
        return inside(name, (operation, samePool) -> true, change);
    }

    /** In place of something in the path that is not the app; what is in a pool belongs to all of its apps. */
    static Place named(String parameter, String name, Change change) {
        return inside(
                name, (operation, samePool) -> !samePool && operation.path().contains("{" + parameter + "}"), change);
    }

    private static String foreignPath(Step step, Spelling spelling) {
        Side foreign = step.foreign();
        String path = step.operation()
                .path()
                .replace("{appId}", spelling.of(foreign.appId(), step.own().appId()))
                .replace("{user}", foreign.user())
                .replace("{group}", foreign.group())
                .replace("{deviceKey}", foreign.device())
                .replace("{provider}", foreign.provider());
        for (var parameter : step.operation().in("path")) {
            path = path.replace("{" + parameter.name() + "}", parameter.example());
        }
        return path;
    }
}
