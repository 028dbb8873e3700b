package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.device.DeviceTracking;
import io.github.cognitoconnector.embedded.cognito.device.Devices;
import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Optional;

/** DEVICE_SRP_AUTH: asks a remembered device to prove that it is the one. */
final class DeviceDemand {

    static final String NAME = "DEVICE_SRP_AUTH";

    private final Challenges challenges;

    DeviceDemand(Challenges challenges) {
        this.challenges = challenges;
    }

    /** The device that has to prove itself. */
    record Asked(String deviceKey) implements Challenges.State {}

    /**
     * The question for the device that the client names; empty if there is none to ask.
     *
     * @throws Refusal {@code ResourceNotFoundException} for a device that is none of the user's
     */
    Optional<ObjectNode> demand(Attempt attempt, User user) {
        String key = attempt.origin().deviceKey();
        Optional<DeviceTracking> tracking = DeviceTracking.of(attempt.pool());
        if (key.isEmpty() || tracking.isEmpty()) {
            return Optional.empty();
        }
        Device device = Devices.get(user, key);
        return tracking.filter(how -> how.proves() && device.remembered()).map(how -> ask(attempt, user, device));
    }

    private ObjectNode ask(Attempt attempt, User user, Device device) {
        String session = challenges.begin(NAME, attempt, user.sub(), new Asked(device.key()));
        ObjectNode answer = Json.object().put("ChallengeName", NAME).put("Session", session);
        answer.putObject("ChallengeParameters").put("USERNAME", user.username()).put("DEVICE_KEY", device.key());
        return answer;
    }
}
