/** Whose AWS credentials an app uses, and how secrets are kept. */
@NullMarked
package io.github.cognitoconnector.credentials;

import org.jspecify.annotations.NullMarked;
