/** The devices that users sign in on, in pools that track them. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.device;

import org.jspecify.annotations.NullMarked;
