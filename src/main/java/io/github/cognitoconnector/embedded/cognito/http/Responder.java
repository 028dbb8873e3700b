package io.github.cognitoconnector.embedded.cognito.http;

/** What stands behind a {@link HttpDoor}. */
@FunctionalInterface
public interface Responder {

    Reply reply(Request request);

    /**
     * What to do with the body of a request that begins like this. Asked on the event loop, so it waits for nothing.
     *
     * @param head the request, still without its body
     */
    default Intake intake(Request head) {
        return Intake.USUAL;
    }
}
