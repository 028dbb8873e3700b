package io.github.cognitoconnector.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a role session, which CloudTrail shows beside every call: {@code <app>@<caller>}.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">RoleSessionName</a>
 */
final class SessionName {

    private static final int MAX_LENGTH = 64;

    /** As long as a {@code sub}; app clients' ids are shorter. */
    private static final int CALLER = 36;

    private static final int DIGEST = 8;

    private SessionName() {}

    /** Names that are too long end in a digest of the whole, so that they still differ. */
    static String of(String appId, String caller) {
        String who = fit(caller.replaceAll("[^\\w+=,.@-]", "-"), CALLER);
        return fit(appId, MAX_LENGTH - 1 - who.length()) + "@" + who;
    }

    private static String fit(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1 - DIGEST) + "-" + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
