package io.github.cognitoconnector.embedded.cognito.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicInteger;

/** What a challenge for a code remembers: the code, if it was sent, and how often one was tried. */
final class CodeAwaited implements Challenges.State {

    private static final int MAX_TRIES = 5;

    private final String code;
    private final AtomicInteger tries = new AtomicInteger();

    /**
     * @param code empty where an authenticator makes it
     */
    CodeAwaited(String code) {
        this.code = code;
    }

    boolean is(String given) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Counts a try, and tells whether it is one too many; AWS has a bound too, but does not say which. */
    boolean isSpent() {
        return tries.incrementAndGet() > MAX_TRIES;
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "CodeAwaited";
    }
}
