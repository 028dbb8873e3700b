/** The operations about third-party identity providers of a pool. Their sign-in itself is not here. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.federation;

import org.jspecify.annotations.NullMarked;
