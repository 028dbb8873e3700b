package io.github.cognitoconnector.app;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cognito's group names: letters, marks, symbols, numbers and punctuation, no spaces. */
@Size(min = 1, max = 128) @Pattern(regexp = GroupName.PATTERN, message = "A group name has no spaces and no control characters") @Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface GroupName {

    /** Of usernames as well. */
    String PATTERN = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
