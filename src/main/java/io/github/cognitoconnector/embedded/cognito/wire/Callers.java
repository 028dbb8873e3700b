package io.github.cognitoconnector.embedded.cognito.wire;

import io.github.cognitoconnector.embedded.cognito.http.Request;

/** Decides who may call operations that have to be signed. */
@FunctionalInterface
public interface Callers {

    /** Believes and permits whoever signs. */
    Callers ANYBODY = request -> Permission.ALL;

    /** What one caller may do. */
    @FunctionalInterface
    interface Permission {

        Permission ALL = (operation, input) -> {};

        /**
         * Returns if the operation may be carried out.
         *
         * @throws Refusal if not
         */
        void check(String operation, Input input);
    }

    /**
     * Who sent the request.
     *
     * @throws Refusal if the signature is not believed
     */
    Permission authenticate(Request request);
}
