/** Second factors: what a pool admits, what a user has switched on, and the codes of authenticators. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.mfa;

import org.jspecify.annotations.NullMarked;
