/** What all clients of the AWS SDK share: the service's own credentials, connections, timers, what counts and traces their calls. */
@NullMarked
package io.github.cognitoconnector.aws;

import org.jspecify.annotations.NullMarked;
