/** Users, groups and memberships of one pool: records, indexes, and nothing of the wire. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.directory;

import org.jspecify.annotations.NullMarked;
