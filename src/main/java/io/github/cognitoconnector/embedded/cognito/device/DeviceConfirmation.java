package io.github.cognitoconnector.embedded.cognito.device;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.Device.Times;
import io.github.cognitoconnector.embedded.cognito.directory.Device.Verifier;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens.Bearer;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** ConfirmDevice: the device of this very sign-in will be known from now on. */
final class DeviceConfirmation {

    /** The protocol counts modulo a number of 3072 bits; one byte more may hold the sign. */
    private static final int MAX_BYTES = 385;

    private final AccessTokens accessTokens;
    private final Devices devices;

    DeviceConfirmation(AccessTokens accessTokens, Devices devices) {
        this.accessTokens = accessTokens;
        this.devices = devices;
    }

    Operation operation() {
        return Operation.open(
                "ConfirmDevice",
                this::confirm,
                required("AccessToken", Shapes.TOKEN),
                required("DeviceKey", DeviceOperations.KEY),
                optional(
                        "DeviceSecretVerifierConfig",
                        new Shape.Structure(List.of(
                                optional("PasswordVerifier", Shapes.SECRET_TEXT),
                                optional("Salt", Shapes.SECRET_TEXT)))),
                optional("DeviceName", Shapes.text(1, 1_024)));
    }

    /** Remembered at once, unless the pool wants the user asked first. */
    private ObjectNode confirm(Input input) {
        Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        DeviceTracking tracking = DeviceOperations.tracking(bearer.pool());
        String key = input.text("DeviceKey");
        if (!key.equals(bearer.deviceKey())) {
            throw Refusal.invalidParameter("Invalid device key given.");
        }
        JsonNode secret = input.members().path("DeviceSecretVerifierConfig");
        Verifier verifier = new Verifier(number(secret, "Salt"), number(secret, "PasswordVerifier"));
        Instant now = devices.now();
        devices.add(
                bearer.pool(),
                bearer.user().sub(),
                new Device(
                        key,
                        input.find("DeviceName").orElse(null),
                        !tracking.asksUser(),
                        verifier,
                        new Times(now, now, now)));
        return Json.object().put("UserConfirmationNecessary", tracking.asksUser());
    }

    private static BigInteger number(JsonNode secret, String member) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.path(member).asText(""));
            if (bytes.length > 0 && bytes.length <= MAX_BYTES) {
                return new BigInteger(1, bytes);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(member);
        }
        throw invalid(member);
    }

    private static Refusal invalid(String member) {
        return Refusal.invalidParameter("Invalid " + member + " in the device secret verifier.");
    }
}
