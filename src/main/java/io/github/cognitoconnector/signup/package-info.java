/** Visitors who make their own accounts, where an app allows it. */
@NullMarked
package io.github.cognitoconnector.signup;

import org.jspecify.annotations.NullMarked;
