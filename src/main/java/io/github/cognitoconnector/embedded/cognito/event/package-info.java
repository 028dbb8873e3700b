/** What users did at the door, as pools with threat protection remember it. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.event;

import org.jspecify.annotations.NullMarked;
