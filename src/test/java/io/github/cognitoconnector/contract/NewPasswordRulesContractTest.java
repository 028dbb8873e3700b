package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;
import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.testing.Account;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

/** The answer to NEW_PASSWORD_REQUIRED, and what ends the question. */
@ContractSuite
@Section(5)
class NewPasswordRulesContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final Once<String> POOL = new Once<>(() -> COGNITO.newPool());
    private static final Once<String> CLIENT = new Once<>(() -> ACCOUNT.client(POOL.get()));
    private static final String NEW = "My-Own-Horse-43";
    private static final String POLICY = "InvalidPasswordException: Password did not conform with policy: ";

    private final String user = unique("user");

    @Test
    void missingAttributesAreGivenWithThePassword() {
        String session = begin(attribute("locale", "de"));

        assertThat(answer(session, NEW, "userAttributes.name", "Ada")).isNotNull();

        assertThat(toMap(SDK.adminGetUser(r -> r.userPoolId(POOL.get()).username(user))
                        .userAttributes()))
                .containsEntry("name", "Ada")
                .containsEntry("locale", "de");
    }

    /** As AWS answers clients that send back what they were shown. */
    @Test
    void addressThatIsThereStays() {
        String session = begin(attribute("email", "a@example.com"), attribute("email_verified", "true"));

        assertThat(refusal(() -> answer(session, NEW, "userAttributes.email", "b@example.com")))
                .isEqualTo("NotAuthorizedException: Cannot modify an already provided email");
        assertThat(refusal(() -> answer(session, NEW, "userAttributes.email_verified", "true")))
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(answer(session, NEW)).isNotNull();
    }

    /** Contract row 2. */
    @Test
    @Row(2)
    void addressOfAnotherCannotBeGiven() {
        String pool = COGNITO.newPool(
                r -> r.usernameAttributes(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER));
        String client = ACCOUNT.client(pool);
        COGNITO.newUser(pool, "a@example.com");
        COGNITO.newUser(pool, "+4915112345678");
        String session = ACCOUNT.start(client, "+4915112345678", PASSWORD).session();

        assertThat(refusal(() -> SDK.respondToAuthChallenge(r -> r.clientId(client)
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(session)
                        .challengeResponses(Map.of(
                                "USERNAME",
                                "+4915112345678",
                                "NEW_PASSWORD",
                                NEW,
                                "userAttributes.email",
                                "a@example.com")))))
                .isEqualTo("AliasExistsException: An account with the given email already exists.");
    }

    /** No pattern forbids blanks here, other than where a password is a member of its own. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " Leading-1,Password must not begin or end with a blank",
                "Trailing-1 ,Password must not begin or end with a blank",
                "Short-1,Password not long enough",
                // seven characters, though ten chars of Java
                "Aa1-\uD83D\uDC34\uD83D\uDC34\uD83D\uDC34,Password not long enough",
                "NOLOWER-123,Password must have lowercase characters",
                "noupper-123,Password must have uppercase characters",
                "NoNumber-abc,Password must have numeric characters",
                "NoSymbol123,Password must have symbol characters"
            })
    void policyIsJudgedByCharacters(String password, String complaint) {
        String session = begin();
        assertThat(refusal(() -> answer(session, password))).isEqualTo(POLICY + complaint);
    }

    @Test
    void blankInsideIsASymbolAndLengthHasAnEnd() {
        String session = begin();
        String longest = "Aa1-" + "x".repeat(252);
        assertThat(refusal(() -> answer(session, longest + "x")))
                .isEqualTo(POLICY + "Password must not be longer than 256 characters");
        assertThat(answer(session, "Correct Horse 42")).isNotNull();
        assertThat(ACCOUNT.signIn(CLIENT.get(), user, "Correct Horse 42")).isNotNull();
        ACCOUNT.setPassword(POOL.get(), user, longest);
        assertThat(ACCOUNT.signIn(CLIENT.get(), user, longest)).isNotNull();
        assertThat(refusal(() -> ACCOUNT.setPassword(POOL.get(), user, longest + "x")))
                .startsWith("InvalidParameterException: 1 validation error detected: Value at 'password'");
    }

    /** The question does not outlive the password with which it was reached. */
    @Test
    void questionEndsWhenAPasswordIsSet() {
        String session = begin();
        SDK.adminSetUserPassword(r -> r.userPoolId(POOL.get()).username(user).password("Another-Horse-44"));
        assertThat(refusal(() -> answer(session, NEW)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        ACCOUNT.setPassword(POOL.get(), user, "Another-Horse-44");
        assertThat(refusal(() -> answer(session, NEW)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        assertThat(ACCOUNT.signIn(CLIENT.get(), user, "Another-Horse-44")).isNotNull();
    }

    /** Contract rows 10 and 11. */
    @Test
    @Row({10, 11})
    void questionEndsWithTheUser() {
        String session = begin();
        SDK.adminDisableUser(r -> r.userPoolId(POOL.get()).username(user));
        assertThat(refusal(() -> answer(session, NEW))).isEqualTo("NotAuthorizedException: User is disabled.");
        SDK.adminDeleteUser(r -> r.userPoolId(POOL.get()).username(user));
        COGNITO.newUser(POOL.get(), user);
        assertThat(refusal(() -> answer(session, NEW)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    private String begin(AttributeType... attributes) {
        COGNITO.newUser(POOL.get(), user, attributes);
        return ACCOUNT.start(CLIENT.get(), user, PASSWORD).session();
    }

    private AuthenticationResultType answer(String session, String password, String... more) {
        Map<String, String> responses = new HashMap<>(Map.of("USERNAME", user, "NEW_PASSWORD", password));
        for (int i = 0; i + 1 < more.length; i += 2) {
            responses.put(more[i], more[i + 1]);
        }
        return SDK.respondToAuthChallenge(r -> r.clientId(CLIENT.get())
                        .challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(session)
                        .challengeResponses(responses))
                .authenticationResult();
    }
}
