/** What signed-in users do with their own accounts. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.account;

import org.jspecify.annotations.NullMarked;
