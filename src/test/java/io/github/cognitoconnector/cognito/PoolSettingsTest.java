package io.github.cognitoconnector.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

class PoolSettingsTest {

    @Test
    void aPoolThatStatesNothingHasCognitosDefaults() {
        PoolSettings settings = PoolSettings.of(UserPoolType.builder().build());
        assertThat(settings.signInAttributes()).isEmpty();
        assertThat(settings.aliasAttributes()).isEmpty();
        assertThat(settings.caseSensitive()).isTrue();
        assertThat(settings.attributes()).isEmpty();
        assertThat(settings.minimumLength()).isEqualTo(8);
        assertThat(settings.passwordPolicy()).isEqualTo(new PasswordPolicy(8, true, true, true, true, 7, 0));
    }

    @Test
    void aPoolSaysHowUsersSignIn() {
        PoolSettings settings = PoolSettings.of(UserPoolType.builder()
                .usernameAttributes(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER)
                .aliasAttributes(AliasAttributeType.PREFERRED_USERNAME)
                .usernameConfiguration(c -> c.caseSensitive(false))
                .build());
        assertThat(settings.signInAttributes()).containsExactlyInAnyOrder("email", "phone_number");
        assertThat(settings.aliasAttributes()).containsExactly("preferred_username");
        assertThat(settings.caseSensitive()).isFalse();
    }

    @Test
    void aStatedPolicyAsksForWhatItStates() {
        PasswordPolicy policy = PoolSettings.of(UserPoolType.builder()
                        .policies(p -> p.passwordPolicy(
                                w -> w.minimumLength(12).requireNumbers(true).passwordHistorySize(5)))
                        .adminCreateUserConfig(c -> c.unusedAccountValidityDays(3))
                        .build())
                .passwordPolicy();
        assertThat(policy).isEqualTo(new PasswordPolicy(12, false, false, true, false, 3, 5));
    }

    @Test
    void noDaysAreCognitosDays() {
        PasswordPolicy policy = PoolSettings.of(UserPoolType.builder()
                        .policies(p -> p.passwordPolicy(w -> w.temporaryPasswordValidityDays(0)))
                        .build())
                .passwordPolicy();
        assertThat(policy.temporaryPasswordValidityDays()).isEqualTo(7);
    }

    @Test
    void anAttributeHasTheBoundsOfItsType() {
        assertThat(attribute(
                        "name",
                        a -> a.attributeDataType(AttributeDataType.STRING)
                                .mutable(true)
                                .required(true)
                                .stringAttributeConstraints(
                                        c -> c.minLength("0").maxLength("2048"))))
                .isEqualTo(new SchemaAttribute("name", SchemaAttribute.Type.STRING, true, true, 0, 2048, null, null));
        assertThat(attribute(
                        "custom:age",
                        a -> a.attributeDataType(AttributeDataType.NUMBER)
                                .mutable(false)
                                .required(false)
                                .numberAttributeConstraints(c -> c.minValue("-1.5"))))
                .isEqualTo(new SchemaAttribute(
                        "custom:age",
                        SchemaAttribute.Type.NUMBER,
                        false,
                        false,
                        null,
                        null,
                        new BigDecimal("-1.5"),
                        null));
        assertThat(attribute("email_verified", a -> a.attributeDataType(AttributeDataType.BOOLEAN))
                        .type())
                .isEqualTo(SchemaAttribute.Type.BOOLEAN);
        assertThat(attribute("custom:since", a -> a.attributeDataType(AttributeDataType.DATE_TIME))
                        .type())
                .isEqualTo(SchemaAttribute.Type.DATETIME);
        assertThat(attribute("custom:new", a -> a.attributeDataType("Colour")).type())
                .isEqualTo(SchemaAttribute.Type.STRING);
    }

    @Test
    void whatIsNoNumberBoundsNothing() {
        SchemaAttribute odd = attribute(
                "custom:odd",
                a -> a.attributeDataType(AttributeDataType.STRING)
                        .stringAttributeConstraints(c -> c.minLength("many").maxLength("99999999999")));
        assertThat(odd.minLength()).isNull();
        assertThat(odd.maxLength()).isNull();
    }

    private static SchemaAttribute attribute(String name, Consumer<SchemaAttributeType.Builder> settings) {
        SchemaAttributeType.Builder stated = SchemaAttributeType.builder().name(name);
        settings.accept(stated);
        UserPoolType pool =
                UserPoolType.builder().schemaAttributes(stated.build()).build();
        return Objects.requireNonNull(PoolSettings.of(pool).schema().get(name));
    }
}
