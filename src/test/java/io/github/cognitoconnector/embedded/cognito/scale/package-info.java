/** What the embedded Cognito bears; slow, and therefore only in the profile {@code scale}. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.scale;

import org.jspecify.annotations.NullMarked;
