package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.AuthenticatorApp;
import io.github.cognitoconnector.embedded.cognito.testing.FactorPool;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssociateSoftwareTokenResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/** A session that was given to set up a second factor is worth no more than the sign-in it belongs to. */
class FactorSetupTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final FactorPool REQUIRED = FactorPool.withFactors(COGNITO, "ON", FactorPool::totp);
    private static final String INVALID = "NotAuthorizedException: Invalid session for the user.";

    private final String user = REQUIRED.user();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    private static AssociateSoftwareTokenResponse associate(String session) {
        return SDK.associateSoftwareToken(r -> r.session(session));
    }

    private static String verify(AssociateSoftwareTokenResponse associated) {
        String code = new AuthenticatorApp(associated.secretCode()).code(0);
        return SDK.verifySoftwareToken(r -> r.session(associated.session()).userCode(code))
                .session();
    }

    private String signIn() {
        return REQUIRED.signIn(user).session();
    }

    private void setPassword(String password) {
        SDK.adminSetUserPassword(r ->
                r.userPoolId(REQUIRED.pool()).username(user).password(password).permanent(true));
    }

    @Test
    void anotherPasswordEndsIt() {
        String session = signIn();
        AssociateSoftwareTokenResponse associated = associate(signIn());
        setPassword("Another-Horse-43");

        assertThat(refusal(() -> associate(session))).isEqualTo(INVALID);
        assertThat(refusal(() -> verify(associated))).isEqualTo(INVALID);
    }

    @Test
    void disabledUserSetsNothingUp() {
        String session = signIn();
        AssociateSoftwareTokenResponse associated = associate(signIn());
        SDK.adminDisableUser(r -> r.userPoolId(REQUIRED.pool()).username(user));

        assertThat(refusal(() -> associate(session))).isEqualTo("NotAuthorizedException: User is disabled.");
        assertThat(refusal(() -> verify(associated))).isEqualTo("NotAuthorizedException: User is disabled.");
    }

    /** Otherwise whoever has the password alone could keep a session until the owner has a second factor, and replace it. */
    @Test
    void secondFactorThatIsThereMeanwhileIsNotReplaced() {
        String waiting = signIn();
        AssociateSoftwareTokenResponse associated = associate(signIn());
        String verified = verify(associate(signIn()));

        assertThat(refusal(() -> associate(waiting))).isEqualTo(INVALID);
        assertThat(refusal(() -> verify(associated))).isEqualTo(INVALID);
        assertThat(REQUIRED.answer(ChallengeNameType.MFA_SETUP, verified, Map.of("USERNAME", user))
                        .authenticationResult()
                        .accessToken())
                .isNotEmpty();
        assertThat(REQUIRED.signIn(user).challengeName()).isEqualTo(ChallengeNameType.SOFTWARE_TOKEN_MFA);
    }
}
