/** Safe repeats: what was answered to a request with an {@code Idempotency-Key} is answered to its repeats. */
@NullMarked
package io.github.cognitoconnector.idempotency;

import org.jspecify.annotations.NullMarked;
