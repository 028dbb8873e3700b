/** What a fresh embedded Cognito holds. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.demo;

import org.jspecify.annotations.NullMarked;
