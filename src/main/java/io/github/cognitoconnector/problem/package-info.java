/** Every error a caller can see: one table of problem types, one shape (RFC 9457), one place that maps exceptions. */
@NullMarked
package io.github.cognitoconnector.problem;

import org.jspecify.annotations.NullMarked;
