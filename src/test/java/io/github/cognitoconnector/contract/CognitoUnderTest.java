package io.github.cognitoconnector.contract;

import java.net.http.HttpResponse;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** What tests make pools, clients and users in: a witness of the suite, or an embedded Cognito of one test class. */
public interface CognitoUnderTest {

    CognitoIdentityProviderClient sdk();

    String newPool(Consumer<CreateUserPoolRequest.Builder> settings);

    default String newPool() {
        return newPool(settings -> {});
    }

    UserPoolClientType newClient(String pool, Consumer<CreateUserPoolClientRequest.Builder> settings);

    /** A suppressed creation with a known temporary password. */
    UserType newUser(String pool, String username, AttributeType... attributes);

    /** The control door of the embedded Cognito, which no case of the suite may use: nobody else has one. */
    default HttpResponse<String> control(String method, String door, String body) {
        throw new UnsupportedOperationException("There is no control door here: " + method + " " + door);
    }
}
