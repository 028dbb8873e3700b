/** What tests share: tokens, certificates, the embedded parts, their control door. */
@NullMarked
package io.github.cognitoconnector.testing;

import org.jspecify.annotations.NullMarked;
