package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** Pools where users sign in by address: whose an address is does not depend on its case. */
@QuarkusTest
class AddressTest {

    private final String app = unique("app-");
    private final String address = unique("ada-") + "@example.com";

    @AfterEach
    void leave() {
        Cognito.reset();
        as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + app);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressIsOneUsersWhereUsersSignInByIt(boolean caseSensitive) {
        register(Cognito.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)
                .usernameConfiguration(c -> c.caseSensitive(caseSensitive))));
        create("{\"attributes\": {\"email\": \"" + address + "\"}}")
                .statusCode(201)
                .body("username", matchesPattern("[0-9a-f-]{36}"));
        for (String same : List.of(address, address.toUpperCase(Locale.ROOT))) {
            create("{\"attributes\": {\"email\": \"" + same + "\"}}")
                    .spec(problem(409, "alias-exists"))
                    .body("errors.pointer", equalTo(List.of("/attributes/email")));
            create("{\"username\": \"" + same + "\"}")
                    .spec(problem(409, "alias-exists"))
                    .body("errors.pointer", equalTo(List.of("/username")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAddressIsOneUsersWhereItIsAnAlias(boolean caseSensitive) {
        register(Cognito.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL, AliasAttributeType.PHONE_NUMBER)
                .usernameConfiguration(c -> c.caseSensitive(caseSensitive))));
        create(alias("one", address)).statusCode(201);
        create(alias("two", address.replace("ada", "ADA"))).spec(problem(409, "alias-exists"));
        create(alias("two", "other@example.com")).statusCode(201);
        json(Tokens.platform(), "{\"attributes\": {\"email\": \"" + address.replace("ada", "ADA") + "\"}}")
                .patch("/v1/apps/" + app + "/users/two")
                .then()
                .spec(problem(409, "alias-exists"));
        json(Tokens.platform(), "{\"attributes\": {\"email\": \"" + address.replace("ada", "Ada") + "\"}}")
                .patch("/v1/apps/" + app + "/users/one")
                .then()
                .statusCode(200);
    }

    /** Cognito may take the address from whoever has it. */
    @Test
    void anotherUsersAddressIsNotVerified() {
        String pool = Cognito.newPool(r -> r.aliasAttributes(AliasAttributeType.EMAIL));
        register(pool);
        create(alias("one", address)).statusCode(201);
        Cognito.sdk()
                .adminCreateUser(r -> r.userPoolId(pool)
                        .username("two")
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(address)
                                .build()));
        json(Tokens.platform(), "{\"attributes\": {\"email_verified\": \"true\"}}")
                .patch("/v1/apps/" + app + "/users/two")
                .then()
                .spec(problem(409, "alias-exists"));
    }

    @Test
    void anAddressIsManysWhereNobodySignsInByIt() {
        register(Cognito.newPool(r -> {}));
        create(alias("one", address)).statusCode(201);
        Cognito.reset();
        create(alias("two", address)).statusCode(201);
        assertThat(Cognito.calls()).containsEntry("AdminCreateUser", 1).doesNotContainKey("ListUsers");
    }

    @Test
    void aLookUpCostsOneCall() {
        register(Cognito.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)));
        create("{\"username\": \"first" + address + "\"}").statusCode(201);
        Cognito.reset();
        create("{\"username\": \"" + address + "\"}").statusCode(201);
        assertThat(Cognito.calls()).containsOnly(Map.entry("AdminCreateUser", 1), Map.entry("ListUsers", 1));
    }

    @Test
    void theOnlyAddressOfWhoSignsInByItStays() {
        register(Cognito.newPool(r -> r.usernameAttributes(UsernameAttributeType.EMAIL)));
        String username =
                create("{\"username\": \"" + address + "\"}").extract().path("username");
        json(Tokens.platform(), "{\"attributes\": {\"email\": null}}")
                .patch("/v1/apps/" + app + "/users/" + username)
                .then()
                .spec(problem(422, "invalid-attribute"));
    }

    @Test
    void domainsHoldForChangesToo() {
        register(Cognito.newPool(r -> {}), "example.com");
        create(alias("one", address)).statusCode(201);
        json(Tokens.platform(), "{\"attributes\": {\"email\": \"a@elsewhere.org\"}}")
                .patch("/v1/apps/" + app + "/users/one")
                .then()
                .spec(problem(422, "email-domain-not-allowed"))
                .body("errors.pointer", equalTo(List.of("/attributes/email")));
        json(Tokens.platform(), "{\"attributes\": {\"email\": \"a@EXAMPLE.com\"}}")
                .patch("/v1/apps/" + app + "/users/one")
                .then()
                .statusCode(200);
    }

    private void register(String pool, String... domains) {
        String allowed = domains.length == 0 ? "" : ", \"allowedEmailDomains\": [\"" + domains[0] + "\"]";
        json(
                        Tokens.platform(),
                        "{\"id\": \"%s\", \"name\": \"Addresses\", \"userPoolId\": \"%s\", \"clientIds\": [\"c\"]%s}"
                                .formatted(app, pool, allowed))
                .post("/v1/apps")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse create(String body) {
        return json(Tokens.platform(), body).post("/v1/apps/" + app + "/users").then();
    }

    private static String alias(String username, String email) {
        return "{\"username\": \"%s\", \"attributes\": {\"email\": \"%s\", \"email_verified\": \"true\"}}"
                .formatted(username, email);
    }
}
