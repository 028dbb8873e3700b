/** The AWS SDK for Cognito: clients per region, calls with a deadline, errors translated once, the pool's settings. */
@NullMarked
package io.github.cognitoconnector.cognito;

import org.jspecify.annotations.NullMarked;
