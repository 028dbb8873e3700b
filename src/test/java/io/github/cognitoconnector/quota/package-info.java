/** Whether calls keep to Cognito's quotas, and who waits for whom. */
@NullMarked
package io.github.cognitoconnector.quota;

import org.jspecify.annotations.NullMarked;
