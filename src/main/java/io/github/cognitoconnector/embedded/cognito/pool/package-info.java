/** User pools with their settings, schema, app clients, domains, resource servers and identity providers. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.pool;

import org.jspecify.annotations.NullMarked;
