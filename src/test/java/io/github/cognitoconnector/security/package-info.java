@NullMarked
package io.github.cognitoconnector.security;

import org.jspecify.annotations.NullMarked;
