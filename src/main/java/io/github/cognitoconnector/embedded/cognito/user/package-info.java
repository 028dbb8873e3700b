/** The operations on users. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.user;

import org.jspecify.annotations.NullMarked;
