package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;

/**
 * Which second factors a pool knows, and whether users must have one.
 *
 * @param sms whether codes by SMS are a factor; how they are sent is part of the pool's configuration
 * @param others {@code SoftwareTokenMfaConfiguration}, {@code EmailMfaConfiguration} and {@code WebAuthnConfiguration}
 *     as they were stated
 */
public record MfaSettings(Mode mode, boolean sms, ObjectNode others) {

    /** The {@code MfaConfiguration}. */
    public enum Mode {
        OFF,
        ON,
        OPTIONAL
    }

    /** As a CreateUserPool request implies: with multi-factor authentication, SMS is the factor that it can state. */
    static MfaSettings of(ObjectNode stated) {
        Mode mode = mode(stated);
        return new MfaSettings(mode, mode != Mode.OFF && stated.has("SmsConfiguration"), Json.object());
    }

    /** After an UpdateUserPool request, which cannot touch other factors than SMS. */
    MfaSettings updated(ObjectNode stated) {
        Mode next = mode(stated);
        return new MfaSettings(next, next != Mode.OFF && stated.has("SmsConfiguration"), others);
    }

    static Mode mode(ObjectNode stated) {
        return Mode.valueOf(stated.path("MfaConfiguration").asText(Mode.OFF.name()));
    }

    public boolean softwareToken() {
        return others.path("SoftwareTokenMfaConfiguration").path("Enabled").asBoolean(false);
    }

    public boolean email() {
        return others.has("EmailMfaConfiguration");
    }

    boolean hasFactor() {
        return sms || softwareToken() || email();
    }

    /** The members of a GetUserPoolMfaConfig answer. */
    ObjectNode describe(ObjectNode stated) {
        ObjectNode answer = others.deepCopy().put("MfaConfiguration", mode.name());
        if (sms) {
            ObjectNode messages = answer.putObject("SmsMfaConfiguration");
            for (String member : new String[] {"SmsAuthenticationMessage", "SmsConfiguration"}) {
                if (stated.has(member)) {
                    messages.set(member, stated.get(member));
                }
            }
        }
        return answer;
    }
}
