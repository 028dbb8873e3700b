/** Running the service: the schema brought up to date, health, metrics and traces of requests, checks at start that refuse an unsafe configuration. */
@NullMarked
package io.github.cognitoconnector.ops;

import org.jspecify.annotations.NullMarked;
