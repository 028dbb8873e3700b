package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.srp.Handshake;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** What a client answers to PASSWORD_VERIFIER; block and signature are in Base64. */
record PasswordProof(String block, String signature, Instant time) {

    /** Cognito documents none; five minutes are what its signatures allow elsewhere. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    boolean isTimely(Instant now) {
        return Duration.between(time, now).abs().compareTo(SKEW) <= 0;
    }

    /**
     * Reads the answer.
     *
     * @throws Refusal {@code InvalidParameterException} for a part that is missing or malformed
     */
    static PasswordProof of(Responses responses) {
        responses.required("USERNAME");
        String block = encoded("PASSWORD_CLAIM_SECRET_BLOCK", responses);
        String signature = encoded("PASSWORD_CLAIM_SIGNATURE", responses);
        return new PasswordProof(block, signature, ClaimTime.parse(responses.required("TIMESTAMP")));
    }

    /** The challenge's session in the alphabet of Base64 that clients decode. */
    static String block(String session) {
        return session.replace('-', '+').replace('_', '/');
    }

    /** The challenge's session, which the secret block stands for. */
    String session() {
        return block.replace('+', '-').replace('/', '_');
    }

    /** Whether it proves the password of the one who began the exchange. */
    boolean isOf(Handshake handshake, String owner) {
        Base64.Decoder decoder = Base64.getDecoder();
        return handshake.isProvenBy(decoder.decode(signature), owner, decoder.decode(block), ClaimTime.signed(time));
    }

    private static String encoded(String name, Responses responses) {
        String text = responses.required(name);
        try {
            Base64.getDecoder().decode(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidParameter(name + " is not valid Base64.");
        }
    }

    /** The proof is as good as the password, for a while. */
    @Override
    public String toString() {
        return "PasswordProof";
    }
}
