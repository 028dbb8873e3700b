/** The Secure Remote Password protocol in the dialect that Cognito and its client libraries speak. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.srp;

import org.jspecify.annotations.NullMarked;
