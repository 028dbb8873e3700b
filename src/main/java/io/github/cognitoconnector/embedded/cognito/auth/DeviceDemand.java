package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.device.DeviceTracking;
import io.github.cognitoconnector.embedded.cognito.device.Devices;
import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.srp.Handshake;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.math.BigInteger;
import java.util.Optional;

/** DEVICE_SRP_AUTH: asks a remembered device to begin to prove that it is the one. */
final class DeviceDemand implements ChallengeKind {

    private static final String NAME = "DEVICE_SRP_AUTH";

    private final Challenges challenges;
    private final DeviceProof proof;

    DeviceDemand(Challenges challenges, DeviceProof proof) {
        this.challenges = challenges;
        this.proof = proof;
    }

    /** The device that has to prove itself. */
    private record Asked(String deviceKey) implements Challenges.State {}

    @Override
    public String name() {
        return NAME;
    }

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

    /** The device, unless it was forgotten or is not trusted any more since the question was asked. */
    static Device remembered(User user, String key) {
        Device device = Devices.get(user, key);
        if (!device.remembered()) {
            throw Challenges.foreign();
        }
        return device;
    }

    private ObjectNode ask(Attempt attempt, User user, Device device) {
        String session = challenges.begin(NAME, attempt, user, new Asked(device.key()));
        ObjectNode answer = Json.object().put("ChallengeName", NAME).put("Session", session);
        answer.putObject("ChallengeParameters").put("USERNAME", user.username()).put("DEVICE_KEY", device.key());
        return answer;
    }

    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        String key = responses.required("DEVICE_KEY");
        BigInteger clientPublic = PasswordVerifier.clientPublic(responses.required("SRP_A"));
        Challenge challenge = challenges.get(NAME, attempt, responses);
        User user = Challenges.user(challenge, attempt, responses);
        if (!challenge.state().equals(new Asked(key))) {
            throw Challenges.foreign();
        }
        Device device = remembered(user, key);
        challenges.end(responses);
        return proof.demand(
                attempt,
                user,
                device,
                Handshake.begin(clientPublic, device.verifier().value()));
    }
}
