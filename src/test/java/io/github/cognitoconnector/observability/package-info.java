/** What operators see: dashboard, alerts and the documentation of metrics, held against the service itself. */
@NullMarked
package io.github.cognitoconnector.observability;

import org.jspecify.annotations.NullMarked;
