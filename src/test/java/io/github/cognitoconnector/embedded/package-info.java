@NullMarked
package io.github.cognitoconnector.embedded;

import org.jspecify.annotations.NullMarked;
