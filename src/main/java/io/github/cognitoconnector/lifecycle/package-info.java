/** How this replica comes and goes, for whoever has to know. */
@NullMarked
package io.github.cognitoconnector.lifecycle;

import org.jspecify.annotations.NullMarked;
