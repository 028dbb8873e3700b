@NullMarked
package io.github.cognitoconnector.signup;

import org.jspecify.annotations.NullMarked;
