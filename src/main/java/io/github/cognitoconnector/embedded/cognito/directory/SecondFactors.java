package io.github.cognitoconnector.embedded.cognito.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user.
 *
 * @param enabled those that the user has switched on, in the order in which Cognito names them
 * @param preferred the one asked for first; null if none is
 * @param authenticator the verified one; null if there is none
 * @param pendingSecret of an authenticator that has not shown a code yet; null if none is being set up
 */
public record SecondFactors(
        List<Factor> enabled,
        @Nullable Factor preferred,
        @Nullable Authenticator authenticator,
        @Nullable String pendingSecret) {

    public static final SecondFactors NONE = new SecondFactors(List.of(), null, null, null);

    /** In the words of {@code UserMFASettingList}. */
    public enum Factor {
        SMS_MFA,
        SOFTWARE_TOKEN_MFA,
        EMAIL_OTP
    }

    /**
     * An app that shows time-based codes.
     *
     * @param secret in Base32
     * @param name as the user calls it; empty if it has none
     * @param lastStep of the code accepted last; it and those before are not accepted again
     */
    public record Authenticator(String secret, String name, long lastStep) {

        public Authenticator usedAt(long step) {
            return new Authenticator(secret, name, step);
        }

        /** The secret makes codes. */
        @Override
        public String toString() {
            return "Authenticator";
        }
    }

    public SecondFactors {
        enabled = enabled.stream().distinct().sorted().toList();
    }

    /** A factor that is switched off is not preferred any more. */
    public SecondFactors enabled(Factor factor, boolean on) {
        Set<Factor> all = EnumSet.noneOf(Factor.class);
        all.addAll(enabled);
        if (on) {
            all.add(factor);
        } else {
            all.remove(factor);
        }
        Factor stillPreferred = !on && preferred == factor ? null : preferred;
        return new SecondFactors(List.copyOf(all), stillPreferred, authenticator, pendingSecret);
    }

    public SecondFactors prefer(@Nullable Factor factor) {
        return new SecondFactors(enabled, factor, authenticator, pendingSecret);
    }

    /** Keeps the authenticator of before until the new one has shown a code. */
    public SecondFactors settingUp(String secret) {
        return new SecondFactors(enabled, preferred, authenticator, secret);
    }

    public SecondFactors with(Authenticator verified) {
        return new SecondFactors(enabled, preferred, verified, null);
    }

    /** As it was, with the code of this step used up. */
    public SecondFactors usedAt(long step) {
        Authenticator used = authenticator == null ? null : authenticator.usedAt(step);
        return new SecondFactors(enabled, preferred, used, pendingSecret);
    }

    /** The secrets make codes. */
    @Override
    public String toString() {
        return "SecondFactors[" + enabled + ", " + preferred + "]";
    }
}
