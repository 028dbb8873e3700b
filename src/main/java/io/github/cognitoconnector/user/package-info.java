/** The users of a user pool and the groups that they are in. */
@NullMarked
package io.github.cognitoconnector.user;

import org.jspecify.annotations.NullMarked;
