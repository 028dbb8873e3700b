/** Who may enter an app and in which roles, and what the caller himself may do. */
@NullMarked
package io.github.cognitoconnector.access;

import org.jspecify.annotations.NullMarked;
