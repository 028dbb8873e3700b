/** Apps, the tenants of this service: their configuration, who may act on them, and the one that a request is about. */
@NullMarked
package io.github.cognitoconnector.app;

import org.jspecify.annotations.NullMarked;
