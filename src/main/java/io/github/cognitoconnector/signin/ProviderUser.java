package io.github.cognitoconnector.signin;

/**
 * A user as Cognito names him who is told of providers.
 *
 * @param attribute what the value is one of
 */
record ProviderUser(String provider, String attribute, String value) {

    /** What Cognito calls the subject of a user at any provider. */
    static final String SUBJECT = "Cognito_Subject";

    /** Whose it is at the provider is personal data. */
    @Override
    public String toString() {
        return "ProviderUser[" + provider + "]";
    }
}
