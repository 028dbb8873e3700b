/** A PostgreSQL, a Cognito and data to try, for dev, test and local use; not in the production artifact. */
@NullMarked
package io.github.cognitoconnector.embedded;

import org.jspecify.annotations.NullMarked;
