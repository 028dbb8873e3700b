package io.github.cognitoconnector.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@code POST} that makes something, and that a caller may therefore give an {@code Idempotency-Key}. Whatever does it has
 * to be able to go on where an earlier attempt was lost; see {@link Attempt}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
