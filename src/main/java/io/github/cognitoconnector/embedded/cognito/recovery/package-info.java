/** Users who have forgotten their passwords. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.recovery;

import org.jspecify.annotations.NullMarked;
