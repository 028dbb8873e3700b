/** The groups of a user pool. */
@NullMarked
package io.github.cognitoconnector.group;

import org.jspecify.annotations.NullMarked;
