/** Signing in: flows, challenges, and what a user's own access token may do. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.auth;

import org.jspecify.annotations.NullMarked;
