@NullMarked
package io.github.cognitoconnector.secret;

import org.jspecify.annotations.NullMarked;
