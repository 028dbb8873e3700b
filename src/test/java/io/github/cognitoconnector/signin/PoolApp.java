package io.github.cognitoconnector.signin;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;

import io.github.cognitoconnector.contract.CognitoUnderTest;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.http.ContentType;
import java.util.Base64;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** An app on a pool of its own, which is set up as a test needs it. */
record PoolApp(FactorPool pool, String path) {

    /** The embedded Cognito that the service calls. */
    static final CognitoUnderTest COGNITO = new Running();

    private static final String NUMBER = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4});

    static PoolApp on(FactorPool pool) {
        String id = unique("app-");
        json(
                        Tokens.platform(),
                        "{\"id\": \"%s\", \"name\": \"Test\", \"userPoolId\": \"%s\", \"clientIds\": [\"%s\"]}"
                                .formatted(id, pool.pool(), pool.client()))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return new PoolApp(pool, "/v1/apps/" + id);
    }

    /** The path of a user. */
    String user(String username) {
        return path + "/users/" + username;
    }

    /** The path of a new user. */
    String newUser(AttributeType... attributes) {
        return user(pool.user(attributes));
    }

    /** Signs the user in and remembers the device. */
    String newDevice(String username) {
        AuthenticationResultType result = pool.signIn(username).authenticationResult();
        String key = result.newDeviceMetadata().deviceKey();
        Cognito.sdk()
                .confirmDevice(r -> r.accessToken(result.accessToken())
                        .deviceKey(key)
                        .deviceName("laptop")
                        .deviceSecretVerifierConfig(v -> v.salt(NUMBER).passwordVerifier(NUMBER)));
        return key;
    }

    /** Lets a user of Google in; answers the username that he has unless he is linked. */
    String arrival(String userId) {
        given().contentType(ContentType.JSON)
                .body("{\"userPoolId\": \"%s\", \"providerName\": \"Google\", \"userId\": \"%s\"}"
                        .formatted(pool.pool(), userId))
                .post(Cognito.endpoint() + "/_control/federated-users")
                .then()
                .statusCode(204);
        return "Google_" + userId;
    }

    static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    private record Running() implements CognitoUnderTest {

        @Override
        public CognitoIdentityProviderClient sdk() {
            return Cognito.sdk();
        }

        @Override
        public String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
            return Cognito.newPool(settings);
        }

        @Override
        public UserPoolClientType newClient(String pool, Consumer<CreateUserPoolClientRequest.Builder> settings) {
            return sdk().createUserPoolClient(
                            r -> settings.accept(r.userPoolId(pool).clientName("web")))
                    .userPoolClient();
        }

        @Override
        public UserType newUser(String pool, String username, AttributeType... attributes) {
            return sdk().adminCreateUser(r -> r.userPoolId(pool)
                            .username(username)
                            .messageAction(MessageActionType.SUPPRESS)
                            .userAttributes(attributes))
                    .user();
        }
    }
}
