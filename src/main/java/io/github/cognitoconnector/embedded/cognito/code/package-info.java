/** Codes that were sent to users, and how often users may try things in an hour. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.code;

import org.jspecify.annotations.NullMarked;
