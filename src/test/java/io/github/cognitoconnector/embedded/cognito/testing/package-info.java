/** What the tests of the embedded Cognito share. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.testing;

import org.jspecify.annotations.NullMarked;
