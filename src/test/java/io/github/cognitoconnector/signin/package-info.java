@NullMarked
package io.github.cognitoconnector.signin;

import org.jspecify.annotations.NullMarked;
