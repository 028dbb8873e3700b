package io.github.cognitoconnector.signup;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/**
 * Those who sign themselves up for an app in a pool of its own.
 *
 * @param app its path
 */
record Visitors(String pool, String client, String app) {

    static final String PASSWORD = "Correct-Horse-42";

    /**
     * @param settings of the pool beside codes by mail
     * @param members of the app beside what it cannot do without
     */
    static Visitors of(Consumer<CreateUserPoolRequest.Builder> settings, String members) {
        String pool = Cognito.newPool(r -> settings.accept(r.autoVerifiedAttributesWithStrings("email")));
        String client = Cognito.newClient(pool).clientId();
        for (String group : new String[] {"shoppers", "readers"}) {
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(group));
        }
        String id = unique("visited-");
        json(Tokens.platform(), registration(id, pool, client, members))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return new Visitors(pool, client, "/v1/apps/" + id);
    }

    static String registration(String id, String pool, String client, String members) {
        return """
                {"id": "%s", "name": "Test", "userPoolId": "%s", "clientIds": ["%s"], "selfSignUp": true%s}""".formatted(id, pool, client, members.isEmpty() ? "" : ", " + members);
    }

    static String email(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "") + "@example.com";
    }

    static String body(String name) {
        return """
                {"username": "%s", "password": "%s", "attributes": {"email": "%s"}}""".formatted(name, PASSWORD, email(name));
    }

    static String body(String name, String more) {
        return body(name).replaceFirst("}$", ", " + more + "}");
    }

    String path() {
        return app + "/signups";
    }

    ValidatableResponse signUp(String name) {
        return json(Tokens.platform(), body(name)).post(path()).then();
    }

    ValidatableResponse signUp(String body, int status) {
        return json(Tokens.platform(), body).post(path()).then().statusCode(status);
    }

    ValidatableResponse confirm(String name, String code) {
        return json(Tokens.platform(), "{\"code\": \"" + code + "\"}")
                .post(path() + "/" + RawHttp.encoded(name) + "/confirm")
                .then();
    }

    ValidatableResponse resend(String name) {
        return as(Tokens.platform())
                .post(path() + "/" + RawHttp.encoded(name) + "/resend")
                .then();
    }

    String code(String name) {
        return Cognito.code(email(name));
    }

    ValidatableResponse user(String name) {
        return as(Tokens.platform())
                .get(app + "/users/" + RawHttp.encoded(name))
                .then()
                .statusCode(200);
    }

    ValidatableResponse groups(String name) {
        return as(Tokens.platform())
                .get(app + "/users/" + RawHttp.encoded(name) + "/groups")
                .then()
                .statusCode(200);
    }

    /** Somebody who has an account. */
    String known() {
        String name = unique("known-");
        Cognito.sdk()
                .adminCreateUser(r -> r.userPoolId(pool)
                        .username(name)
                        .messageAction(MessageActionType.SUPPRESS)
                        .userAttributes(attribute("email", email(name)), attribute("email_verified", "true")));
        Cognito.sdk()
                .adminSetUserPassword(r ->
                        r.userPoolId(pool).username(name).password(PASSWORD).permanent(true));
        return name;
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    void change(String patch) {
        tryToChange(patch).statusCode(200);
    }

    ValidatableResponse tryToChange(String patch) {
        return json(Tokens.platform(), patch).header("If-Match", "*").patch(app).then();
    }
}
