/** Cognito's request quotas: slots in time that all replicas share, who waits for them, and what Cognito really grants. */
@NullMarked
package io.github.cognitoconnector.quota;

import org.jspecify.annotations.NullMarked;
