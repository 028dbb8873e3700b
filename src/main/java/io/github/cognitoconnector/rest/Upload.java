package io.github.cognitoconnector.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose body may be large. It reads it itself while it arrives, unpacked, from the {@link java.io.InputStream}
 * that it takes as its entity; to the end, or the answer to a request with an {@code Idempotency-Key} fits no repeat. Reading
 * throws a {@code ProblemException} where the body is too large, comes too slowly, breaks off or is no gzip: what was made of
 * its beginning is then to be undone. A repeat by key of an attempt that was lost may bring another body.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Upload {}
