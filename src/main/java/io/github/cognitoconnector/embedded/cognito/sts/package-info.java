/** AWS Security Token Service: who am I, and sessions of roles. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.sts;

import org.jspecify.annotations.NullMarked;
