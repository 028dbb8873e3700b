package io.github.cognitoconnector.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A text that must not be seen: it has no telling {@code toString}, and JSON cannot write it. */
public final class Secret {

    private final String text;

    @JsonCreator
    public Secret(String text) {
        this.text = text;
    }

    /** The text itself, for whoever signs, encrypts or checks it, and for nobody who writes it down. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
