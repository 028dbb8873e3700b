@NullMarked
package io.github.cognitoconnector.idempotency;

import org.jspecify.annotations.NullMarked;
