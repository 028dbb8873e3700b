@NullMarked
package io.github.cognitoconnector.app;

import org.jspecify.annotations.NullMarked;
