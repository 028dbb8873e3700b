package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateGroupRequest;

/** What is in the tokens of a user. */
@ContractSuite
class TokenContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static final String ROLE = "arn:aws:iam::123456789012:role/";

    @Test
    @Section(5)
    void idTokenHasTheAttributesAndAccessTokenTheScope() {
        String user =
                COGNITO.newConfirmedUser(attribute("email", "grace@example.com"), attribute("email_verified", "true"));

        AuthenticationResultType tokens = SignIns.tokens(COGNITO, user);

        assertThat(claims(tokens.idToken()))
                .containsEntry("aud", COGNITO.client())
                .containsEntry("token_use", "id")
                .containsEntry("cognito:username", user)
                .containsEntry("email", "grace@example.com")
                .containsEntry("email_verified", true)
                .doesNotContainKeys("client_id", "scope", "cognito:groups", "cognito:roles");
        assertThat(claims(tokens.accessToken()))
                .containsEntry("client_id", COGNITO.client())
                .containsEntry("token_use", "access")
                .containsEntry("username", user)
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .doesNotContainKeys("aud", "email", "version", "cognito:groups");
    }

    @Test
    @Section(5)
    void bothTokensBelongToOneSignIn() {
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, COGNITO.newConfirmedUser());
        Map<String, Object> id = claims(tokens.idToken());
        Map<String, Object> access = claims(tokens.accessToken());

        for (String common : List.of("sub", "iss", "auth_time", "iat", "exp", "origin_jti", "event_id")) {
            assertThat(access.get(common)).as(common).isNotNull().isEqualTo(id.get(common));
        }
        assertThat(access.get("jti")).isNotNull().isNotEqualTo(id.get("jti"));
        assertThat(access.get("iss")).asString().endsWith("/" + COGNITO.pool());
    }

    @Test
    @Section(5)
    void eachKindOfTokenHasItsOwnKey() {
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, COGNITO.newConfirmedUser());

        assertThat(VerifiedToken.of(tokens.idToken()).keyId())
                .isNotEqualTo(VerifiedToken.of(tokens.accessToken()).keyId());
    }

    @Test
    @Section(5)
    @Row(24)
    void customAttributesAreTexts() {
        String pool = COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                .name("seats")
                .attributeDataType(AttributeDataType.NUMBER)
                .build()));
        COGNITO.newUser(pool, "grace", attribute("custom:seats", "7"));
        SDK.adminSetUserPassword(
                r -> r.userPoolId(pool).username("grace").password(PASSWORD).permanent(true));
        String client = COGNITO.newClient(
                        pool,
                        r -> r.explicitAuthFlowsWithStrings("ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))
                .clientId();

        AuthenticationResultType tokens = SignIns.at(COGNITO, client, Map.of("USERNAME", "grace", "PASSWORD", PASSWORD))
                .authenticationResult();

        assertThat(claims(tokens.idToken())).containsEntry("custom:seats", "7");
    }

    @Test
    @Section(5)
    void changedGroupsAreSeenAfterARefresh() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, user);
        String group = join(user, r -> {});

        assertThat(claims(tokens.accessToken())).doesNotContainKey("cognito:groups");
        assertThat(claims(SignIns.refresh(COGNITO, tokens.refreshToken())
                        .authenticationResult()
                        .accessToken()))
                .containsEntry("cognito:groups", List.of(group));
    }

    @Test
    @Row(19)
    void preferredRoleIsThatOfTheLowestPrecedence() {
        String user = COGNITO.newConfirmedUser();
        String second = join(user, r -> r.precedence(2).roleArn(ROLE + "second"));
        String fifth = join(user, r -> r.precedence(5).roleArn(ROLE + "fifth"));

        AuthenticationResultType tokens = SignIns.tokens(COGNITO, user);

        Map<String, Object> id = claims(tokens.idToken());
        assertThat(texts(id.get("cognito:groups"))).containsExactlyInAnyOrder(second, fifth);
        assertThat(texts(id.get("cognito:roles"))).containsExactlyInAnyOrder(ROLE + "second", ROLE + "fifth");
        assertThat(id).containsEntry("cognito:preferred_role", ROLE + "second");
        assertThat(claims(tokens.accessToken())).doesNotContainKeys("cognito:roles", "cognito:preferred_role");
    }

    @Test
    @Row(19)
    void groupWithoutPrecedenceComesLast() {
        String user = COGNITO.newConfirmedUser();
        join(user, r -> r.roleArn(ROLE + "none"));
        join(user, r -> r.precedence(0).roleArn(ROLE + "zero"));

        assertThat(claims(SignIns.tokens(COGNITO, user).idToken()))
                .containsEntry("cognito:preferred_role", ROLE + "zero");
    }

    @Test
    @Row(19)
    void tieOfDifferentRolesPrefersNone() {
        String user = COGNITO.newConfirmedUser();
        join(user, r -> r.precedence(2).roleArn(ROLE + "one"));
        join(user, r -> r.precedence(2).roleArn(ROLE + "other"));

        assertThat(claims(SignIns.tokens(COGNITO, user).idToken()))
                .containsKey("cognito:roles")
                .doesNotContainKey("cognito:preferred_role");
    }

    @Test
    @Row(19)
    void tieOfTheSameRolePrefersIt() {
        String user = COGNITO.newConfirmedUser();
        join(user, r -> r.precedence(2).roleArn(ROLE + "one"));
        join(user, r -> r.precedence(2).roleArn(ROLE + "one"));

        assertThat(claims(SignIns.tokens(COGNITO, user).idToken()))
                .containsEntry("cognito:preferred_role", ROLE + "one");
    }

    private static String join(String user, Consumer<UpdateGroupRequest.Builder> settings) {
        String group = COGNITO.newGroup(COGNITO.pool());
        SDK.updateGroup(r -> settings.accept(r.userPoolId(COGNITO.pool()).groupName(group)));
        SDK.adminAddUserToGroup(
                r -> r.userPoolId(COGNITO.pool()).groupName(group).username(user));
        return group;
    }

    private static Map<String, Object> claims(String token) {
        return VerifiedToken.of(token).claims();
    }

    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
