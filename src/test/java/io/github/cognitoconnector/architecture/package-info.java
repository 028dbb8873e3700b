/** The house rules, held. */
@NullMarked
package io.github.cognitoconnector.architecture;

import org.jspecify.annotations.NullMarked;
