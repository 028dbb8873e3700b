/** The HTTP server's bounds: connections, time, bodies, requests in flight, TLS; headers that every answer carries. */
@NullMarked
package io.github.cognitoconnector.http;

import org.jspecify.annotations.NullMarked;
