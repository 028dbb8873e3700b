/** Secrets at rest: encrypted with the operator's keyset, whose keys are replaced while the service runs. */
@NullMarked
package io.github.cognitoconnector.secret;

import org.jspecify.annotations.NullMarked;
