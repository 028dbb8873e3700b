package io.github.cognitoconnector.app;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL keeps as it is: it has no NUL, nor half a surrogate pair. Other control characters go too. */
@Constraint(validatedBy = Printable.Validator.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Printable {
    String message() default "Control characters are not allowed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<Printable, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || value.codePoints().noneMatch(Validator::unprintable);
        }

        private static boolean unprintable(int codePoint) {
            int type = Character.getType(codePoint);
            return type == Character.CONTROL || type == Character.SURROGATE;
        }
    }
}
