package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** How sign-ins end, and what a token is good for until then. */
@ContractSuite
class SignOutContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static final String REVOKED = "NotAuthorizedException: Access Token has been revoked";

    @Test
    @Section(5)
    void refreshTokenRenewsTheOthers() {
        AuthenticationResultType first = SignIns.tokens(COGNITO, COGNITO.newConfirmedUser());

        AuthenticationResultType renewed =
                SignIns.refresh(COGNITO, first.refreshToken()).authenticationResult();

        assertThat(renewed.refreshToken()).isNull();
        assertThat(renewed.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(refusal(() -> SignIns.refresh(COGNITO, "no-such-token")))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
    }

    @Test
    @Row(14)
    void administratorSignsAUserOutEverywhere() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType one = SignIns.tokens(COGNITO, user);
        AuthenticationResultType other = SignIns.tokens(COGNITO, user);

        SDK.adminUserGlobalSignOut(r -> r.userPoolId(COGNITO.pool()).username(user));

        for (AuthenticationResultType gone : List.of(one, other)) {
            assertThat(refusal(() -> SignIns.refresh(COGNITO, gone.refreshToken())))
                    .startsWith("NotAuthorizedException: ");
            assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(gone.accessToken()))))
                    .isEqualTo(REVOKED);
        }
        assertThat(SignIns.tokens(COGNITO, user).accessToken()).isNotEmpty();
    }

    @Test
    @Row(14)
    void tokenOfASignedOutUserStillVerifiesOffline() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, user);

        SDK.adminUserGlobalSignOut(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(VerifiedToken.of(tokens.accessToken()).claims()).containsEntry("username", user);
    }

    @Test
    @Row({8, 14})
    void nobodyIsSignedOut() {
        assertThat(refusal(() -> SDK.adminUserGlobalSignOut(
                        r -> r.userPoolId(COGNITO.pool()).username("nobody"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(14)
    void userSignsOutEverywhere() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType one = SignIns.tokens(COGNITO, user);
        AuthenticationResultType other = SignIns.tokens(COGNITO, user);

        SDK.globalSignOut(r -> r.accessToken(one.accessToken()));

        assertThat(refusal(() -> SignIns.refresh(COGNITO, other.refreshToken())))
                .startsWith("NotAuthorizedException");
        assertThat(refusal(() -> SDK.globalSignOut(r -> r.accessToken(one.accessToken()))))
                .isEqualTo(REVOKED);
    }

    @Test
    @Row(10)
    void disablingRevokesTokensButNotTheirSignatures() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, user);

        SDK.adminDisableUser(r -> r.userPoolId(COGNITO.pool()).username(user));

        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.accessToken()))))
                .startsWith("NotAuthorizedException");
        assertThat(refusal(() -> SignIns.refresh(COGNITO, tokens.refreshToken())))
                .startsWith("NotAuthorizedException");
        assertThat(VerifiedToken.of(tokens.accessToken()).claims()).containsEntry("username", user);
    }

    @Test
    @Section(5)
    void revokingEndsOneSignInOnly() {
        String user = COGNITO.newConfirmedUser();
        AuthenticationResultType revoked = SignIns.tokens(COGNITO, user);
        AuthenticationResultType other = SignIns.tokens(COGNITO, user);

        SDK.revokeToken(r -> r.clientId(COGNITO.client()).token(revoked.refreshToken()));

        assertThat(refusal(() -> SignIns.refresh(COGNITO, revoked.refreshToken())))
                .startsWith("NotAuthorizedException");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(revoked.accessToken()))))
                .isEqualTo(REVOKED);
        assertThat(SignIns.refresh(COGNITO, other.refreshToken()).authenticationResult())
                .isNotNull();
    }

    @Test
    @Section(5)
    void onlyRefreshTokensAreRevoked() {
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, COGNITO.newConfirmedUser());

        assertThat(refusal(
                        () -> SDK.revokeToken(r -> r.clientId(COGNITO.client()).token(tokens.accessToken()))))
                .startsWith("UnsupportedTokenTypeException");
    }

    @Test
    @Section(5)
    void onlyAccessTokensOpenTheOwnAccount() {
        AuthenticationResultType tokens = SignIns.tokens(COGNITO, COGNITO.newConfirmedUser());

        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken(tokens.idToken()))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        assertThat(refusal(() -> SDK.getUser(r -> r.accessToken("a.b.c"))))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }
}
