/** From the bearer token to the caller: which issuer, which client, which apps, which permissions. */
@NullMarked
package io.github.cognitoconnector.security;

import org.jspecify.annotations.NullMarked;
