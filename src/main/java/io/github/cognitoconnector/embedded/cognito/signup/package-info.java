/** Users who register themselves and confirm that they are reachable. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.signup;

import org.jspecify.annotations.NullMarked;
