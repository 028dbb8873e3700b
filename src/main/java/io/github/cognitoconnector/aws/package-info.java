/** What all clients of the AWS SDK share: the service's own credentials, connections, timers. */
@NullMarked
package io.github.cognitoconnector.aws;

import org.jspecify.annotations.NullMarked;
