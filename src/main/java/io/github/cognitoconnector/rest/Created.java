package io.github.cognitoconnector.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a create: 201 with {@code Location}, as a path, since a proxy may have another name; and {@code ETag}. */
public final class Created {

    private Created() {}

    /** @param id the new resource's last path segment, unencoded */
    public static <T> RestResponse<T> at(UriInfo uri, String id, String etag, T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location(uri, id))
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    /** The same without {@code ETag}, of what has no state that a caller could ask for. */
    public static <T> RestResponse<T> at(UriInfo uri, String id, T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location(uri, id))
                .build();
    }

    private static String location(UriInfo uri, String id) {
        return uri.getRequestUri().getRawPath().replaceAll("/+$", "") + "/" + segment(id);
    }

    /** Percent-encodes every character that is not unreserved in RFC 3986. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
