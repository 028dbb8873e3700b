/**
 * The production artifact as one or two processes, beside a PostgreSQL and a Cognito that can be taken away from it: what
 * becomes of bulk work. How large it is {@code its.scale} says.
 */
@NullMarked
package io.github.cognitoconnector.cluster;

import org.jspecify.annotations.NullMarked;
