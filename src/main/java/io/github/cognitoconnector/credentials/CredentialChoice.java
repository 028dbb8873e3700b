package io.github.cognitoconnector.credentials;

/** Whose AWS credentials the calls of an app are signed with. */
public sealed interface CredentialChoice {

    /** What callers and the database call it. */
    String type();

    /**
     * The AWS SDK's default chain of the process: environment, system properties, web identity, container, instance.
     *
     * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">Default
     *     credentials provider chain</a>
     */
    record DefaultChain() implements CredentialChoice {

        public static final String TYPE = "DEFAULT";

        @Override
        public String type() {
            return TYPE;
        }
    }
}
