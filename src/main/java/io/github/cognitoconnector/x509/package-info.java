/** Certificates and private keys as callers send them, and requests signed with them. */
@NullMarked
package io.github.cognitoconnector.x509;

import org.jspecify.annotations.NullMarked;
