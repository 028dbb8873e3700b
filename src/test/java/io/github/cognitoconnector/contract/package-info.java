/** One suite over what Amazon Cognito promises, asked of more than one Cognito. */
@NullMarked
package io.github.cognitoconnector.contract;

import org.jspecify.annotations.NullMarked;
