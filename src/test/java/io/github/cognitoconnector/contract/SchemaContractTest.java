package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

/** Attributes of a pool, standard and custom, and the columns of an import. */
@ContractSuite
@Row(24)
class SchemaContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    private static SchemaAttributeType text(String name, Consumer<SchemaAttributeType.Builder> more) {
        SchemaAttributeType.Builder builder =
                SchemaAttributeType.builder().name(name).attributeDataType("String");
        more.accept(builder);
        return builder.build();
    }

    private static SchemaAttributeType text(String name) {
        return text(name, more -> {});
    }

    private static void add(String pool, SchemaAttributeType... attributes) {
        SDK.addCustomAttributes(r -> r.userPoolId(pool).customAttributes(attributes));
    }

    private static List<SchemaAttributeType> schema(String pool) {
        return SDK.describeUserPool(r -> r.userPoolId(pool)).userPool().schemaAttributes();
    }

    private static SchemaAttributeType find(String pool, String name) {
        return schema(pool).stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String refused(SchemaAttributeType... schema) {
        return refusal(() -> COGNITO.newPool(r -> r.schema(schema)));
    }

    @Test
    void addedAttributeIsThereForUsersAtOnce() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");

        add(
                pool,
                text(
                        "plan",
                        a -> a.mutable(true)
                                .stringAttributeConstraints(
                                        c -> c.minLength("2").maxLength("4"))));

        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(pool).username("grace").userAttributes(attribute("custom:plan", "gold")));
        assertThat(CognitoFixture.toMap(SDK.adminGetUser(r -> r.userPoolId(pool).username("grace"))
                        .userAttributes()))
                .containsEntry("custom:plan", "gold");
        assertThat(refusal(() -> SDK.adminUpdateUserAttributes(
                        r -> r.userPoolId(pool).username("grace").userAttributes(attribute("custom:plan", "x")))))
                .startsWith("InvalidParameterException");
        assertThat(find(pool, "custom:plan").stringAttributeConstraints().maxLength())
                .isEqualTo("4");
    }

    @Test
    void nameGetsItsPrefixEvenWhenItHasOneOrIsAStandardName() {
        String pool = COGNITO.newPool();

        add(pool, text("address"), text("custom:x"), text("secret", a -> a.developerOnlyAttribute(true)));

        assertThat(schema(pool))
                .extracting(SchemaAttributeType::name)
                .contains("address", "custom:address", "custom:custom:x", "dev:custom:secret")
                .doesNotContain("custom:x");
        assertThat(find(pool, "dev:custom:secret").developerOnlyAttribute()).isTrue();
    }

    @Test
    void attributeThatIsThereIsRefusedAndNoneOfItsRequestIsAdded() {
        String pool = COGNITO.newPool(r -> r.schema(text("plan")));

        assertThat(refusal(() -> add(pool, text("other"), text("plan"))))
                .isEqualTo("InvalidParameterException: custom:plan: Existing attribute already has name custom:plan.");
        assertThat(refusal(() -> add(pool, text("twice"), text("twice")))).contains("Existing attribute");
        assertThat(schema(pool)).extracting(SchemaAttributeType::name).doesNotContain("custom:other", "custom:twice");
    }

    @Test
    void customAttributesOfAnUnusableKindAreRefused() {
        String pool = COGNITO.newPool();

        assertThat(refusal(() -> add(pool, text("plan", a -> a.required(true)))))
                .isEqualTo("InvalidParameterException: Required custom attributes are not supported currently.");
        assertThat(refused(text("plan", a -> a.required(true)))).contains("Required custom attributes");
        assertThat(refused(SchemaAttributeType.builder().name("plan").build()))
                .isEqualTo("InvalidParameterException: Invalid AttributeDataType input, consider using the provided"
                        + " AttributeDataType enum.");
        assertThat(refused(text("n".repeat(21))))
                .contains("at 'schema.1.member.name' failed to satisfy constraint: Member must have length less than or"
                        + " equal to 20");
        assertThat(refusal(() -> add(pool, text("with blank")))).contains("at 'customAttributes.1.member.name'");
        assertThat(refusal(() -> add(pool))).contains("at 'customAttributes'", "greater than or equal to 1");
        assertThat(refusal(() -> add("eu-central-1_none", text("plan")))).startsWith("ResourceNotFoundException");
    }

    @Test
    void boundsAreInOrder() {
        assertThat(refused(text(
                        "plan",
                        a -> a.stringAttributeConstraints(c -> c.minLength("5").maxLength("4")))))
                .isEqualTo("InvalidParameterException: Attribute custom:plan cannot have a max length shorter than it's"
                        + " min length");
        assertThat(refused(SchemaAttributeType.builder()
                        .name("size")
                        .attributeDataType("Number")
                        .numberAttributeConstraints(c -> c.minValue("5").maxValue("4"))
                        .build()))
                .isEqualTo("InvalidParameterException: Attribute custom:size cannot have a max value smaller than it's"
                        + " min value");
        assertThat(refused(text("plan", a -> a.stringAttributeConstraints(c -> c.minLength("few")))))
                .contains("is not a number");
    }

    @Test
    void standardAttributeCanBeRequiredButNotRetyped() {
        String pool = COGNITO.newPool(
                r -> r.schema(text("email", a -> a.required(true).mutable(false))));

        assertThat(find(pool, "email").required()).isTrue();
        assertThat(find(pool, "email").mutable()).isFalse();
        assertThat(find(pool, "email").stringAttributeConstraints().maxLength()).isEqualTo("2048");
        String message = "InvalidParameterException: You can not change AttributeDataType or set"
                + " developerOnlyAttribute for standard schema attribute email";
        assertThat(refused(SchemaAttributeType.builder()
                        .name("email")
                        .attributeDataType("Number")
                        .build()))
                .isEqualTo(message);
        assertThat(refused(text("email", a -> a.developerOnlyAttribute(true)))).isEqualTo(message);
    }

    @Test
    void nameIsThereOnce() {
        assertThat(refused(text("plan"), text("plan"))).startsWith("InvalidParameterException");
    }

    @Test
    void fiftyCustomAttributesAreTheMost() {
        String pool = COGNITO.newPool();
        add(pool, many(0, 25));
        assertThat(refusal(() -> add(pool, many(25, 51)))).contains("less than or equal to 25");
        add(pool, many(25, 50));

        assertThat(refusal(() -> add(pool, text("onemore")))).startsWith("InvalidParameterException");
        assertThat(schema(pool)).hasSize(70);
    }

    private static SchemaAttributeType[] many(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> text("a" + i)).toArray(SchemaAttributeType[]::new);
    }

    @Test
    void csvHeaderIsThatOfTheContractWithCustomAttributesBehindIt() {
        String pool = COGNITO.newPool(r -> r.schema(text("plan")));
        add(pool, text("later"));

        var header = SDK.getCSVHeader(r -> r.userPoolId(pool));

        List<String> expected = new ArrayList<>(List.of(("name,given_name,family_name,middle_name,nickname,"
                        + "preferred_username,profile,picture,website,email,email_verified,gender,birthdate,zoneinfo,"
                        + "locale,phone_number,phone_number_verified,address,updated_at,cognito:mfa_enabled,"
                        + "cognito:username")
                .split(",", -1)));
        expected.addAll(List.of("custom:plan", "custom:later"));
        assertThat(header.userPoolId()).isEqualTo(pool);
        assertThat(header.csvHeader()).containsExactlyElementsOf(expected);
        assertThat(refusal(() -> SDK.getCSVHeader(r -> r.userPoolId("eu-central-1_none"))))
                .startsWith("ResourceNotFoundException");
    }
}
