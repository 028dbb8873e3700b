@NullMarked
package io.github.cognitoconnector.access;

import org.jspecify.annotations.NullMarked;
