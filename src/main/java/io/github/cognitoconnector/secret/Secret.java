package io.github.cognitoconnector.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text that must not be seen: it has no telling {@code toString}, and JSON cannot write it. */
@Schema(type = SchemaType.STRING, format = "password", writeOnly = true)
public final class Secret {

    private final String text;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
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
