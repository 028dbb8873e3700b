/** The start of the service: the main class checks the configuration, then Quarkus runs everything else. */
@NullMarked
package io.github.cognitoconnector;

import org.jspecify.annotations.NullMarked;
