package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.srp.Handshake;
import io.github.cognitoconnector.embedded.cognito.srp.Srp;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * PASSWORD_VERIFIER: the client shows that it knows the password without sending it. The secret block stands for the
 * challenge, so that there is no {@code Session}; an answer, right or wrong, uses it up.
 */
final class PasswordVerifier implements ChallengeKind {

    private static final String NAME = "PASSWORD_VERIFIER";

    private static final int HEX = 16;
    private static final int LONGEST_HEX = 770;

    private final Challenges challenges;
    private final SignIn signIn;
    private final InstantSource clock;

    PasswordVerifier(Challenges challenges, SignIn signIn, InstantSource clock) {
        this.challenges = challenges;
        this.signIn = signIn;
        this.clock = clock;
    }

    private record Claim(String name, Claimant claimant, Handshake handshake) implements Challenges.State {}

    @Override
    public String name() {
        return NAME;
    }

    /** Asks; of nobody as of everybody, where the client hides who exists (contract row 25). */
    ObjectNode demand(Attempt attempt, Responses parameters) {
        String name = parameters.username();
        BigInteger clientPublic = clientPublic(parameters.required("SRP_A"));
        SecretHash.check(attempt.client(), parameters.find("SECRET_HASH"), List.of(name));
        Optional<User> user = attempt.pool().users().signingIn(name);
        if (user.isEmpty() && attempt.client().revealsUserExistence()) {
            throw SignIn.unknown(attempt.client());
        }
        Claimant claimant = user.map(found -> Claimant.of(attempt.pool(), found))
                .orElseGet(() -> Claimant.decoy(attempt.pool(), name));
        Handshake handshake = Handshake.begin(clientPublic, Srp.verifier(claimant.x()));
        String session = challenges.begin(NAME, attempt, user.orElse(null), new Claim(name, claimant, handshake));
        ObjectNode answer = Json.object().put("ChallengeName", NAME);
        answer.putObject("ChallengeParameters")
                .put("SALT", claimant.salt().toString(HEX))
                .put("SECRET_BLOCK", PasswordProof.block(session))
                .put("SRP_B", handshake.serverPublic().toString(HEX))
                .put("USERNAME", claimant.userId())
                .put("USER_ID_FOR_SRP", claimant.userId());
        return answer;
    }

    /**
     * Reads {@code SRP_A}.
     *
     * @throws Refusal {@code InvalidParameterException} for what is no number of the group
     */
    static BigInteger clientPublic(String hex) {
        if (hex.length() <= LONGEST_HEX && hex.matches("[0-9a-fA-F]+")) {
            BigInteger value = new BigInteger(hex, HEX);
            if (Srp.isUsable(value)) {
                return value;
            }
        }
        throw Refusal.invalidParameter("SRP_A is not valid.");
    }

    /** Every way to be wrong looks the same; what is told of a user's state is told only of a user who exists. */
    @Override
    public ObjectNode accept(Attempt attempt, Responses responses) {
        PasswordProof proof = PasswordProof.of(responses);
        Challenges.Challenge challenge =
                challenges.take(NAME, attempt, proof.session()).orElseThrow(SignIn::wrong);
        if (!(challenge.state() instanceof Claim claim)) {
            throw SignIn.wrong();
        }
        Optional<User> user = attempt.pool().users().withSub(challenge.sub());
        if (user.isEmpty()) {
            throw nobody(attempt, claim, responses);
        }
        Challenges.checkNamed(challenge, attempt, responses.required("USERNAME"));
        responses.checkSecretHash(attempt, user.get());
        return signIn.withProof(
                attempt,
                user.get(),
                () -> user.get().standing().credential() != null
                        && challenge.isAbout(user.get())
                        && isRight(attempt, claim, proof));
    }

    private Refusal nobody(Attempt attempt, Claim claim, Responses responses) {
        List<String> names = List.of(
                responses.required("USERNAME"), claim.name(), claim.claimant().userId());
        SecretHash.check(attempt.client(), responses.find("SECRET_HASH"), names);
        return signIn.nobody(attempt, claim.name());
    }

    private boolean isRight(Attempt attempt, Claim claim, PasswordProof proof) {
        return proof.isTimely(clock.instant())
                && proof.isOf(
                        claim.handshake(), attempt.pool().owner(claim.claimant().userId()));
    }
}
