package io.github.cognitoconnector.contract;

import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** Sign-ins at the shared public client, or at another. */
final class SignIns {

    private SignIns() {}

    static InitiateAuthResponse withPassword(Contract cognito, String user, String password) {
        return at(cognito, cognito.client(), Map.of("USERNAME", user, "PASSWORD", password));
    }

    static InitiateAuthResponse at(Contract cognito, String client, Map<String, String> parameters) {
        return cognito.sdk()
                .initiateAuth(r -> r.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(parameters));
    }

    static AuthenticationResultType tokens(Contract cognito, String user) {
        return withPassword(cognito, user, CognitoFixture.PASSWORD).authenticationResult();
    }

    static InitiateAuthResponse refresh(Contract cognito, String refreshToken) {
        return cognito.sdk()
                .initiateAuth(r -> r.clientId(cognito.client())
                        .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                        .authParameters(Map.of("REFRESH_TOKEN", refreshToken)));
    }
}
