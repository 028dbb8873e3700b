/** The control door: faults, quotas, short pages, another clock, statistics. */
@NullMarked
package io.github.cognitoconnector.embedded.cognito.control;

import org.jspecify.annotations.NullMarked;
