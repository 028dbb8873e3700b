/** What the embedded Cognito takes for now. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.clock;

import org.jspecify.annotations.NullMarked;
