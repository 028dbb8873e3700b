package io.github.cognitoconnector.embedded.cognito.http;

/**
 * What becomes of a body while it comes in.
 *
 * @param maxBytes more is refused
 * @param kept whether the request will have it; otherwise it is read to its end and let go
 */
public record Intake(int maxBytes, boolean kept) {

    static final Intake USUAL = new Intake(1 << 20, true);
}
