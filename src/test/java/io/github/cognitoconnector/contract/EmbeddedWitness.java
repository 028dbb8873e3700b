package io.github.cognitoconnector.contract;

import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;

/** The embedded Cognito, in every build. */
record EmbeddedWitness(EmbeddedCognito server, CognitoFixture fixture) implements Witness {

    static final String NAME = "embedded";

    static EmbeddedWitness start() {
        EmbeddedCognito server = EmbeddedCognito.start(CognitoOptions.onPort(0));
        return new EmbeddedWitness(server, CognitoFixture.of(server.endpoint()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void close() {
        fixture.sdk().close();
        server.close();
    }
}
