/** An Amazon Cognito that lives in this process, for dev, test and local: pools in memory, one HTTP port on loopback. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito;

import org.jspecify.annotations.NullMarked;
