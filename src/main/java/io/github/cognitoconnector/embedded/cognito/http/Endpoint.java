package io.github.cognitoconnector.embedded.cognito.http;

/** One door behind the port, with a dialect for errors of its own. */
public interface Endpoint {

    /** The name under which faults, quotas and statistics know what the request asks for. */
    String operation(Request request);

    Answer answer(Request request);

    /** The error as this door words it. */
    Answer failure(String code, String message);
}
