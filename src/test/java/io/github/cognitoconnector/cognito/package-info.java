@NullMarked
package io.github.cognitoconnector.cognito;

import org.jspecify.annotations.NullMarked;
