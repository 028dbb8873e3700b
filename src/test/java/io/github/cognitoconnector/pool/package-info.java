@NullMarked
package io.github.cognitoconnector.pool;

import org.jspecify.annotations.NullMarked;
