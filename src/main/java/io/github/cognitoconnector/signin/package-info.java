/** How a user gets in: second factors, devices, the users of identity providers who are he, and his sign-ins. */
@NullMarked
package io.github.cognitoconnector.signin;

import org.jspecify.annotations.NullMarked;
