@NullMarked
package io.github.cognitoconnector.build;

import org.jspecify.annotations.NullMarked;
