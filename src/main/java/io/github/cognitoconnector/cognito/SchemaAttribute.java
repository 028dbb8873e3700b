package io.github.cognitoconnector.cognito;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NumberAttributeConstraintsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.StringAttributeConstraintsType;

/**
 * One attribute of a user pool's schema.
 *
 * @param name as users have it, such as {@code email} or {@code custom:plan}
 * @param mutable whether it can be set after the user was created
 * @param minLength of a {@code STRING}, in characters; none if there is no bound
 * @param minValue of a {@code NUMBER}; none if there is no bound
 * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html">SchemaAttributeType</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SchemaAttribute(
        String name,
        Type type,
        boolean mutable,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue) {

    /** Longer ones are no bound of anything that fits into an attribute. */
    private static final String NUMBER = "-?[0-9]{1,30}(\\.[0-9]{1,30})?";

    /** What a value has to look like; all of them are strings on the wire. */
    @Schema(name = "AttributeType")
    public enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        DATETIME
    }

    static SchemaAttribute of(SchemaAttributeType attribute) {
        Type type = type(attribute.attributeDataType());
        StringAttributeConstraintsType length = type == Type.STRING ? attribute.stringAttributeConstraints() : null;
        NumberAttributeConstraintsType value = type == Type.NUMBER ? attribute.numberAttributeConstraints() : null;
        return new SchemaAttribute(
                attribute.name(),
                type,
                !Boolean.FALSE.equals(attribute.mutable()),
                Boolean.TRUE.equals(attribute.required()),
                length == null ? null : integer(length.minLength()),
                length == null ? null : integer(length.maxLength()),
                value == null ? null : number(value.minValue()),
                value == null ? null : number(value.maxValue()));
    }

    /** What the SDK does not know is taken for text, which has the fewest rules. */
    private static Type type(@Nullable AttributeDataType type) {
        if (type == null) {
            return Type.STRING;
        }
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case DATE_TIME -> Type.DATETIME;
            default -> Type.STRING;
        };
    }

    private static @Nullable Integer integer(@Nullable String bound) {
        BigDecimal number = number(bound);
        return number == null || number.precision() > 9 ? null : number.intValue();
    }

    /** Cognito keeps bounds as text; what is no number bounds nothing. */
    private static @Nullable BigDecimal number(@Nullable String bound) {
        return bound == null || !bound.matches(NUMBER) ? null : new BigDecimal(bound);
    }
}
