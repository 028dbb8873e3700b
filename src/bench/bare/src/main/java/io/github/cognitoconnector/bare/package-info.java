/** The application that does nothing. */
@NullMarked
package io.github.cognitoconnector.bare;

import org.jspecify.annotations.NullMarked;
