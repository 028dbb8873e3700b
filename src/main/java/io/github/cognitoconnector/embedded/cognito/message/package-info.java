/** Mail and SMS that would have been sent. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.message;

import org.jspecify.annotations.NullMarked;
