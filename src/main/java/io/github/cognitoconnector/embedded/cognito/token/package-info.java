/** Signing keys, the tokens they sign, and the documents that describe them. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.token;

import org.jspecify.annotations.NullMarked;
