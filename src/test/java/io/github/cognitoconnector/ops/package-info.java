@NullMarked
package io.github.cognitoconnector.ops;

import org.jspecify.annotations.NullMarked;
