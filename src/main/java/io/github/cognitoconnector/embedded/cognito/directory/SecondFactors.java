package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user.
 *
 * @param enabled those that the user has switched on
 * @param preferred the one asked for first; null if none is
 * @param totpSecret the Base32 secret of the verified authenticator; null if there is none
 */
public record SecondFactors(
        Set<Factor> enabled,
        @Nullable Factor preferred,
        @Nullable String totpSecret) {

    public static final SecondFactors NONE = new SecondFactors(Set.of(), null, null);

    /** In the words of {@code UserMFASettingList}. */
    public enum Factor {
        SMS_MFA,
        SOFTWARE_TOKEN_MFA,
        EMAIL_OTP
    }

    public SecondFactors {
        enabled = Set.copyOf(enabled);
    }

    /** The secret makes codes. */
    @Override
    public String toString() {
        return "SecondFactors[" + enabled + ", " + preferred + "]";
    }
}
