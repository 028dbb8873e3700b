package io.github.cognitoconnector.signin;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The preferred factor is one of those that are to be switched on. */
@Constraint(validatedBy = PreferredIsEnabled.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PreferredIsEnabled {
    String message() default "The preferred factor is one of those in 'enabled'";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says so of the member, not of the whole body. */
    class Validator implements ConstraintValidator<PreferredIsEnabled, SetMfaRequest> {
        @Override
        public boolean isValid(@Nullable SetMfaRequest request, ConstraintValidatorContext context) {
            if (request == null || request.preferred() == null) {
                return true;
            }
            @Nullable List<String> enabled = request.enabled();
            if (enabled == null || enabled.contains(request.preferred())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("preferred")
                    .addConstraintViolation();
            return false;
        }
    }
}
