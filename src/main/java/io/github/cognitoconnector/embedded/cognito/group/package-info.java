/** The operations on groups and memberships. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.group;

import org.jspecify.annotations.NullMarked;
