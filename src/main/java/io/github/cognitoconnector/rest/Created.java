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
        String collection = uri.getRequestUri().getRawPath().replaceAll("/+$", "");
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, collection + "/" + segment(id))
                .header(HttpHeaders.ETAG, etag)
                .build();
    }

    /** Percent-encodes every character that is not unreserved in RFC 3986. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
