package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.auth.Challenges.Challenge;
import io.github.cognitoconnector.embedded.cognito.device.DeviceTracking;
import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.srp.Handshake;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.InstantSource;

/**
 * DEVICE_PASSWORD_VERIFIER: the device shows that it knows the secret it was confirmed with, which stands for a second
 * factor. As for a user's password, an answer uses the challenge up, right or wrong.
 */
final class DeviceProof implements ChallengeKind {

    private static final String NAME = "DEVICE_PASSWORD_VERIFIER";
    private static final int HEX = 16;

    private final Challenges challenges;
    private final SignedIn signedIn;
    private final Lockouts lockouts;
    private final InstantSource clock;

    DeviceProof(Challenges challenges, SignedIn signedIn, Lockouts lockouts, InstantSource clock) {
        this.challenges = challenges;
        this.signedIn = signedIn;
        this.lockouts = lockouts;
        this.clock = clock;
    }

    private record Claim(String deviceKey, Handshake handshake) implements Challenges.State {}

    @Override
    public String name() {
        return NAME;
    }

    ObjectNode demand(Attempt attempt, User user, Device device, Handshake handshake) {
        String session = challenges.begin(NAME, attempt, user, new Claim(device.key(), handshake));
        ObjectNode answer = Json.object().put("ChallengeName", NAME).put("Session", session);
        answer.putObject("ChallengeParameters")
                .put("SALT", device.verifier().salt().toString(HEX))
                .put("SECRET_BLOCK", PasswordProof.block(session))
                .put("SRP_B", handshake.serverPublic().toString(HEX))
                .put("DEVICE_KEY", device.key())
                .put("USERNAME", user.username());
        return answer;
    }

    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        String key = responses.required("DEVICE_KEY");
        PasswordProof proof = PasswordProof.of(responses);
        Challenge challenge = challenges.take(NAME, attempt, proof.session()).orElseThrow(SignIn::wrong);
        User user = Challenges.user(challenge, attempt, responses);
        DeviceDemand.remembered(user, key);
        String who = Lockouts.who(attempt, user.sub());
        lockouts.check(who);
        boolean proven = challenge.state() instanceof Claim claim
                && claim.deviceKey().equals(key)
                && proof.isTimely(clock.instant())
                && isProven(attempt, claim, proof);
        if (!proven) {
            lockouts.failed(who);
            throw SignIn.wrong();
        }
        return signedIn.answer(attempt, user);
    }

    private static boolean isProven(Attempt attempt, Claim claim, PasswordProof proof) {
        return DeviceTracking.of(attempt.pool())
                .filter(tracking -> proof.isOf(claim.handshake(), tracking.groupKey() + claim.deviceKey()))
                .isPresent();
    }
}
