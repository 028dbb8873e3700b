/** Who calls: access keys, roles and their sessions, what signatures are worth and what their owners may do. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.iam;

import org.jspecify.annotations.NullMarked;
