package io.github.cognitoconnector.connection;

import static io.github.cognitoconnector.connection.TestedApp.test;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.testing.Cognito;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** The connection test leaves every pool as it was, with everything allowed. */
@QuarkusTest
class ConnectionChangesNothingTest {

    private static final String COGNITO_OK = "checks.findAll { it.action.startsWith('cognito-idp:') }.ok";

    static Stream<Arguments> pools() {
        return Stream.of(
                pool("by username", r -> {}),
                pool("by email", r -> r.usernameAttributes(UsernameAttributeType.EMAIL)),
                pool("by phone", r -> r.usernameAttributes(UsernameAttributeType.PHONE_NUMBER)),
                pool(
                        "by either",
                        r -> r.usernameAttributes(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER)),
                pool("case-sensitive", r -> r.usernameConfiguration(c -> c.caseSensitive(true))));
    }

    private static Arguments pool(String name, Consumer<CreateUserPoolRequest.Builder> settings) {
        return Arguments.of(name, settings);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pools")
    void inAPoolWithAUserInAGroup(String name, Consumer<CreateUserPoolRequest.Builder> settings) {
        String pool = Cognito.newPool(settings);
        CognitoIdentityProviderClient sdk = Cognito.sdk();
        String username = sdk.adminCreateUser(r -> r.userPoolId(pool)
                        .username(name.equals("by phone") ? "+4915112345678" : "ada@example.com")
                        .messageAction(MessageActionType.SUPPRESS))
                .user()
                .username();
        sdk.createGroup(r -> r.userPoolId(pool).groupName("editors").description("May edit"));
        sdk.adminAddUserToGroup(r -> r.userPoolId(pool).username(username).groupName("editors"));

        List<?> before = everything(pool);
        test(app(pool)).body(COGNITO_OK, not(hasItem(false))).body("checks.action", hasItem("cognito-idp:CreateGroup"));
        assertThat(everything(pool)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pools")
    void inAnEmptyPoolWhereNoGroupCanBeTried(String name, Consumer<CreateUserPoolRequest.Builder> settings) {
        String pool = Cognito.newPool(settings);
        List<?> before = everything(pool);
        test(app(pool))
                .body(COGNITO_OK, not(hasItem(false)))
                .body("checks.findAll { it.action == 'cognito-idp:CreateGroup' }", equalTo(List.of()));
        assertThat(everything(pool)).as(name).isEqualTo(before);
    }

    private static String app(String pool) {
        return TestedApp.on(pool, "{\"type\": \"DEFAULT\"}");
    }

    /** All that the operations could change: settings, users, groups, memberships, and what was sent to anybody. */
    private static List<?> everything(String pool) {
        CognitoIdentityProviderClient sdk = Cognito.sdk();
        UserPoolType settings = sdk.describeUserPool(r -> r.userPoolId(pool)).userPool();
        return List.of(
                settings,
                sdk.listUsers(r -> r.userPoolId(pool)).users(),
                sdk.listGroups(r -> r.userPoolId(pool)).groups(),
                sdk.listGroups(r -> r.userPoolId(pool)).groups().stream()
                        .map(group -> sdk.listUsersInGroup(
                                        r -> r.userPoolId(pool).groupName(group.groupName()))
                                .users())
                        .toList(),
                given().get(Cognito.endpoint() + "/_control/messages").asString());
    }
}
