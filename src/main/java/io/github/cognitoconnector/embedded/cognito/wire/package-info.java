/** AWS JSON 1.1: targets, members and their constraints, errors in AWS's words. Knows no operation's meaning. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.wire;

import org.jspecify.annotations.NullMarked;
