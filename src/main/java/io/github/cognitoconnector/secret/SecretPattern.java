package io.github.cognitoconnector.secret;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a secret looks like, as Bean Validation's own {@code @Pattern} says of text. */
@Constraint(validatedBy = SecretPattern.Validator.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SecretPattern {
    String regexp();

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<SecretPattern, Secret> {

        private Pattern pattern = Pattern.compile("");

        @Override
        public void initialize(SecretPattern constraint) {
            pattern = Pattern.compile(constraint.regexp());
        }

        @Override
        public boolean isValid(@Nullable Secret value, ConstraintValidatorContext context) {
            return value == null || pattern.matcher(value.reveal()).matches();
        }
    }
}
