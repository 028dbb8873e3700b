package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@ContractSuite
class UserAttributesContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(9)
    void updateChangesAddsAndDeletes() {
        String user = user(attribute("name", "Old"), attribute("family_name", "Hopper"));

        update(user, attribute("name", ""), attribute("family_name", "Murray"), attribute("locale", "de"));

        assertThat(attributes(user))
                .containsEntry("family_name", "Murray")
                .containsEntry("locale", "de")
                .doesNotContainKey("name");
    }

    @Test
    @Row(9)
    void newAddressIsUnverified() {
        String user = user(attribute("email", "old@example.com"), attribute("email_verified", "true"));

        update(user, attribute("email", "new@example.com"));
        assertThat(attributes(user)).containsEntry("email", "new@example.com").containsEntry("email_verified", "false");

        update(user, attribute("email", "newer@example.com"), attribute("email_verified", "true"));
        assertThat(attributes(user)).containsEntry("email_verified", "true");
    }

    @Test
    @Row({8, 9})
    void updateNeedsTheUser() {
        assertThat(refusal(() -> update("nobody", attribute("name", "x"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row({9, 24})
    void updateHasToFitTheSchema() {
        String user = user();

        assertThat(refusal(() -> update(user, attribute("sub", "x")))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> update(user, attribute("custom:none", "x")))).startsWith("InvalidParameterException");
        assertThat(refusal(() -> update(user, attribute("phone_number", "0123"))))
                .isEqualTo("InvalidParameterException: Invalid phone number format.");
    }

    @Test
    @Row(9)
    void refusedUpdateChangesNothing() {
        String user = user(attribute("name", "Grace"));

        assertThat(refusal(() -> update(user, attribute("name", "Ada"), attribute("custom:none", "x"))))
                .startsWith("InvalidParameterException");

        assertThat(attributes(user)).containsEntry("name", "Grace");
    }

    @Test
    @Row({9, 24})
    void immutableAttributeStays() {
        String pool = COGNITO.newPool(r -> r.schema(custom(s -> s.name("plan").mutable(false))));
        COGNITO.newUser(pool, "grace", attribute("custom:plan", "gold"));

        assertThat(refusal(() -> SDK.adminUpdateUserAttributes(
                        r -> r.userPoolId(pool).username("grace").userAttributes(attribute("custom:plan", "free")))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(() -> SDK.adminDeleteUserAttributes(
                        r -> r.userPoolId(pool).username("grace").userAttributeNames("custom:plan"))))
                .startsWith("InvalidParameterException");
    }

    @Test
    @Row(9)
    void verifiedAddressNeedNotWaitForVerification() {
        String pool = COGNITO.newPool(r -> r.autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .userAttributeUpdateSettings(
                        s -> s.attributesRequireVerificationBeforeUpdate(VerifiedAttributeType.EMAIL)));
        COGNITO.newUser(pool, "grace", attribute("email", "old@example.com"));

        SDK.adminUpdateUserAttributes(r -> r.userPoolId(pool)
                .username("grace")
                .userAttributes(attribute("email", "new@example.com"), attribute("email_verified", "true")));

        assertThat(toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace"))
                        .userAttributes()))
                .containsEntry("email", "new@example.com");
    }

    @Test
    @Row(24)
    void customAttributeIsOfItsTypeAndSize() {
        String pool = COGNITO.newPool(r -> r.schema(
                custom(s -> s.name("plan")
                        .stringAttributeConstraints(c -> c.minLength("1").maxLength("5"))),
                custom(s -> s.name("seats")
                        .attributeDataType(AttributeDataType.NUMBER)
                        .numberAttributeConstraints(c -> c.minValue("1").maxValue("9")))));

        assertThat(toMap(
                        COGNITO.newUser(pool, "grace", attribute("custom:plan", "gold"), attribute("custom:seats", "9"))
                                .attributes()))
                .containsEntry("custom:plan", "gold")
                .containsEntry("custom:seats", "9");
        for (AttributeType bad : List.of(
                attribute("custom:plan", "platinum"),
                attribute("custom:seats", "10"),
                attribute("custom:seats", "x"))) {
            assertThat(refusal(() -> COGNITO.newUser(pool, unique("user"), bad)))
                    .startsWith("InvalidParameterException: Attributes did not conform to the schema: " + bad.name());
        }
    }

    @Test
    @Row(24)
    void customAttributeCannotBeRequired() {
        assertThat(refusal(() ->
                        COGNITO.newPool(r -> r.schema(custom(s -> s.name("plan").required(true))))))
                .startsWith("InvalidParameterException");
    }

    @Test
    @Row(9)
    void attributesAreDeleted() {
        String user = user(attribute("name", "Grace"), attribute("locale", "de"));

        SDK.adminDeleteUserAttributes(
                r -> r.userPoolId(COGNITO.pool()).username(user).userAttributeNames("name"));

        assertThat(attributes(user)).containsEntry("locale", "de").doesNotContainKey("name");
        assertThat(refusal(() -> SDK.adminDeleteUserAttributes(
                        r -> r.userPoolId(COGNITO.pool()).username("nobody").userAttributeNames("name"))))
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    @Row(24)
    void onlyAttributesOfTheSchemaAreDeleted() {
        String user = user();

        assertThat(refusal(() -> SDK.adminDeleteUserAttributes(
                        r -> r.userPoolId(COGNITO.pool()).username(user).userAttributeNames("custom:none"))))
                .startsWith("InvalidParameterException");
    }

    private static SchemaAttributeType custom(Consumer<SchemaAttributeType.Builder> settings) {
        SchemaAttributeType.Builder attribute = SchemaAttributeType.builder()
                .attributeDataType(AttributeDataType.STRING)
                .mutable(true);
        settings.accept(attribute);
        return attribute.build();
    }

    private static String user(AttributeType... attributes) {
        return COGNITO.newUser(COGNITO.pool(), unique("user"), attributes).username();
    }

    private static void update(String user, AttributeType... attributes) {
        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(COGNITO.pool()).username(user).userAttributes(attributes));
    }

    private static Map<String, String> attributes(String user) {
        return toMap(SDK.adminGetUser(r -> r.userPoolId(COGNITO.pool()).username(user))
                .userAttributes());
    }
}
