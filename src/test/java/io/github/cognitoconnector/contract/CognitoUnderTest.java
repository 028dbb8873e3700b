package io.github.cognitoconnector.contract;

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
}
