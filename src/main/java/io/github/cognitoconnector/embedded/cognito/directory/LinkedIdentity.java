package io.github.cognitoconnector.embedded.cognito.directory;

import java.time.Instant;

/**
 * A user of an identity provider who is this user.
 *
 * @param providerType in AWS's words, such as {@code SAML}
 * @param primary whether the user came into being through this identity
 */
public record LinkedIdentity(Source source, String providerType, boolean primary, Instant linkedAt) {

    /** What Cognito calls the subject of a user at the provider, whatever the provider calls it. */
    public static final String SUBJECT = "Cognito_Subject";

    /**
     * How the provider's user is recognised.
     *
     * @param attribute {@link #SUBJECT}, or until the first sign-in the mapped attribute that was linked
     */
    public record Source(String provider, String attribute, String value) {

        public static Source subject(String provider, String userId) {
            return new Source(provider, SUBJECT, userId);
        }

        /** The subject is personal data. */
        @Override
        public String toString() {
            return "Source[" + provider + "]";
        }
    }

    /** The same identity once the provider has told its subject. */
    public LinkedIdentity with(Source subject) {
        return new LinkedIdentity(subject, providerType, primary, linkedAt);
    }
}
