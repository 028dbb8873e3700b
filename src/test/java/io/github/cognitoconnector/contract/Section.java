package io.github.cognitoconnector.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The sections of the contract without rows that a test holds: 0 wire, 1 operations, 2 fields, 4 rates, 5 tokens. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Section {
    int[] value();
}
