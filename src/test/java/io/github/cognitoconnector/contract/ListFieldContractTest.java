package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

/** Lists: Cognito says of the list what is wrong with a plain element, and shows the list. */
@ContractSuite
@Section(2)
class ListFieldContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final String ONE_ERROR = "InvalidParameterException: 1 validation error detected: ";
    private static final String NOWHERE = "eu-central-1_nowhere00";
    private static final String NAMES = " at 'userAttributeNames' failed to satisfy constraint: Member must satisfy"
            + " constraint: [Member must have length less than or equal to 32, Member must have length greater than or"
            + " equal to 1, Member must satisfy regular expression pattern:"
            + " [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+]";

    private static final SchemaAttributeType PLAN = SchemaAttributeType.builder()
            .name("plan")
            .attributeDataType("String")
            .build();

    @Test
    void nameThatIsTooLongIsRefusedWithTheList() {
        String longName = "a".repeat(33);

        assertThat(refusal(() -> delete("name", longName)))
                .isEqualTo(ONE_ERROR + "Value '[name, " + longName + "]'" + NAMES);
        assertThat(refusal(() -> delete("a".repeat(32)))).startsWith("ResourceNotFoundException");
    }

    @Test
    void emptyNameIsRefusedWithTheList() {
        assertThat(refusal(() -> delete(""))).isEqualTo(ONE_ERROR + "Value '[]'" + NAMES);
    }

    @Test
    void wordThatIsNotKnownIsRefusedWithTheList() {
        assertThat(refusal(() -> client(r -> r.allowedOAuthFlowsWithStrings("token"))))
                .startsWith(ONE_ERROR + "Value '[token]' at 'allowedOAuthFlows' failed to satisfy constraint:"
                        + " Member must satisfy constraint: [Member must satisfy enum value set: [")
                .contains("implicit", "client_credentials", "code");
        assertThat(refusal(() -> client(r -> r.allowedOAuthFlowsWithStrings("code"))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void scopesAreFiftyAtMost() {
        assertThat(refusal(() -> client(r -> r.allowedOAuthScopes(Collections.nCopies(51, "openid")))))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'allowedOAuthScopes' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 50");
        assertThat(refusal(() -> client(r -> r.allowedOAuthScopes(Collections.nCopies(50, "openid")))))
                .startsWith("ResourceNotFoundException");
    }

    @Test
    void flowsAreThreeAtMost() {
        assertThat(refusal(() -> client(r -> r.allowedOAuthFlowsWithStrings(Collections.nCopies(4, "code")))))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'allowedOAuthFlows' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 3");
    }

    @Test
    @Row(24)
    void attributesOfASchemaAreFiftyAtMost() {
        assertThat(refusal(() -> schema(51)))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'schema' failed to satisfy constraint: Member must have length less than or equal to 50");
        assertThat(refusal(() -> schema(0)))
                .startsWith(ONE_ERROR + "Value")
                .endsWith(
                        "at 'schema' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    @Test
    @Row(24)
    void attributesAreAddedTwentyFiveAtATime() {
        assertThat(refusal(() -> add(26)))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'customAttributes' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 25");
        assertThat(refusal(() -> add(0)))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'customAttributes' failed to satisfy constraint:"
                        + " Member must have length greater than or equal to 1");
        assertThat(refusal(() -> add(25))).startsWith("ResourceNotFoundException");
    }

    @Test
    void callbackAddressesAreAHundredAtMost() {
        assertThat(refusal(() -> client(r -> r.callbackURLs(Collections.nCopies(101, "https://example.com")))))
                .startsWith(ONE_ERROR + "Value")
                .endsWith("at 'callbackURLs' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 100");
        assertThat(refusal(() -> client(r -> r.callbackURLs(Collections.nCopies(100, "https://example.com")))))
                .startsWith("ResourceNotFoundException");
    }

    private static void add(int size) {
        SDK.addCustomAttributes(r -> r.userPoolId(NOWHERE).customAttributes(Collections.nCopies(size, PLAN)));
    }

    private static void delete(String... names) {
        SDK.adminDeleteUserAttributes(
                r -> r.userPoolId(NOWHERE).username("user").userAttributeNames(names));
    }

    private static void client(Consumer<CreateUserPoolClientRequest.Builder> settings) {
        SDK.createUserPoolClient(r -> settings.accept(r.userPoolId(NOWHERE).clientName("client")));
    }

    private static void schema(int size) {
        COGNITO.newPool(r -> r.schema(Collections.nCopies(size, PLAN)));
    }
}
