/** The connection test and the policies that it points to. */
@NullMarked
package io.github.cognitoconnector.connection;

import org.jspecify.annotations.NullMarked;
