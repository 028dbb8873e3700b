/** The socket: bounded requests in, answers out, and answers that break on purpose. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.http;

import org.jspecify.annotations.NullMarked;
