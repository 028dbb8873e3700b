@NullMarked
package io.github.cognitoconnector.user;

import org.jspecify.annotations.NullMarked;
