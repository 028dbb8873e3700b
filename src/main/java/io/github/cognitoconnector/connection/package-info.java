/** Whether an app's wiring to AWS works: its credentials, its user pool, and every operation that the service calls. */
@NullMarked
package io.github.cognitoconnector.connection;

import org.jspecify.annotations.NullMarked;
