/** User pools with their settings, password policy, schema, app clients and resource servers. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.pool;

import org.jspecify.annotations.NullMarked;
