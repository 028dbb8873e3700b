@NullMarked
package io.github.cognitoconnector.log;

import org.jspecify.annotations.NullMarked;
