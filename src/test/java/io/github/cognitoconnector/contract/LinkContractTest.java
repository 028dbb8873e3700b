package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.IdentityProviderTypeType;

/** Identities of other providers that administrators link to users of the pool. */
@ContractSuite
@Row(27)
class LinkContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Once<FactorPool> POOL = new Once<>(LinkContractTest::withGoogle);
    private static final String SUBJECT = "Cognito_Subject";

    private static FactorPool withGoogle() {
        FactorPool pool = FactorPool.create(COGNITO, r -> {});
        SDK.createIdentityProvider(r -> r.userPoolId(pool.pool())
                .providerName("Google")
                .providerType(IdentityProviderTypeType.GOOGLE)
                .providerDetails(Map.of("client_id", "id", "client_secret", "secret", "authorize_scopes", "openid")));
        return pool;
    }

    @Test
    void linkShowsInTheUserInListsAndInIdTokens() {
        String user = POOL.get().user();
        assertThat(identities(user)).isNull();
        String subject = unique("1");
        link(user, subject);

        assertThat(identities(user))
                .contains("\"userId\":\"" + subject + "\"", "\"providerName\":\"Google\"", "\"primary\":false");
        COGNITO.soon(() -> assertThat(
                        toMap(SDK.listUsers(r -> r.userPoolId(POOL.get().pool()).filter("username = \"" + user + "\""))
                                .users()
                                .getFirst()
                                .attributes()))
                .containsKey("identities"));
        var token = POOL.get().signIn(user).authenticationResult().idToken();
        assertThat(VerifiedToken.of(token).claims().get("identities"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("userId", subject)
                .containsEntry("primary", "false");
    }

    @Test
    void sourceIsOfAKnownProviderAndNamedBySubject() {
        String user = POOL.get().user();

        assertThat(refusal(() -> link(user, "Cognito", SUBJECT, POOL.get().user())))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> link(user, "Facebook", SUBJECT, "1"))).startsWith("ResourceNotFoundException");
        assertThat(refusal(() -> link(user, "Google", "email", "a@example.com")))
                .startsWith("InvalidParameterException");
        assertThat(identities(user)).isNull();
    }

    @Test
    @Section(1)
    void destinationHasToExist() {
        assertThat(refusal(() -> link(unique("nobody"), unique("1"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void sourceIsLinkedOnceOnly() {
        String user = POOL.get().user();
        String subject = unique("1");
        link(user, subject);

        assertThat(refusal(() -> link(user, subject))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> link(POOL.get().user(), subject))).startsWith("AliasExistsException");
    }

    @Test
    void userHasFiveIdentitiesAtMost() {
        String user = POOL.get().user();
        for (int i = 0; i < 5; i++) {
            link(user, unique("1"));
        }

        assertThat(refusal(() -> link(user, unique("1")))).startsWith("LimitExceededException");
    }

    @Test
    void linkIsTakenAwayAgain() {
        String user = POOL.get().user();
        String subject = unique("1");
        link(user, subject);

        disable("Google", subject);

        assertThat(identities(user)).isNull();
        assertThat(POOL.get().signIn(user).authenticationResult()).isNotNull();
        assertThat(refusal(() -> disable("Google", unique("nobody")))).startsWith("UserNotFoundException");
        assertThat(refusal(() -> disable("Facebook", subject))).startsWith("ResourceNotFoundException");
    }

    @Test
    void deletedUserGivesTheIdentityBack() {
        String user = POOL.get().user();
        String subject = unique("1");
        link(user, subject);
        SDK.adminDeleteUser(r -> r.userPoolId(POOL.get().pool()).username(user));

        String heir = POOL.get().user();
        link(heir, subject);
        assertThat(identities(heir)).contains(subject);
    }

    private static void link(String user, String subject) {
        link(user, "Google", SUBJECT, subject);
    }

    private static void link(String user, String provider, String attribute, String value) {
        SDK.adminLinkProviderForUser(r -> r.userPoolId(POOL.get().pool())
                .destinationUser(d -> d.providerName("Cognito").providerAttributeValue(user))
                .sourceUser(s -> s.providerName(provider)
                        .providerAttributeName(attribute)
                        .providerAttributeValue(value)));
    }

    private static void disable(String provider, String subject) {
        SDK.adminDisableProviderForUser(r -> r.userPoolId(POOL.get().pool())
                .user(u ->
                        u.providerName(provider).providerAttributeName(SUBJECT).providerAttributeValue(subject)));
    }

    /** Null where there are none. */
    private static @Nullable String identities(String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(POOL.get().pool()).username(user))
                        .userAttributes())
                .get("identities");
    }
}
