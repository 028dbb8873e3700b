package io.github.cognitoconnector.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Bounds that are reached within a test. */
public class TightHttp implements QuarkusTestProfile {

    static final long HEADER_MILLIS = 1000;
    static final long IDLE_MILLIS = 4000;
    static final int REQUESTS = 4;
    static final int CONNECTIONS = 60;
    static final int UPLOADS = 2;
    static final int UPLOAD_BYTES = 24 * 1024 * 1024;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "connector.http.header-timeout", "1S",
                "connector.http.body-timeout", "2S",
                "connector.http.max-requests", String.valueOf(REQUESTS),
                "connector.http.max-headers", "20",
                "connector.http.max-arriving", "2M",
                "connector.http.max-upload", "24M",
                "connector.http.max-uploads", String.valueOf(UPLOADS),
                "quarkus.http.idle-timeout", "4S",
                "quarkus.http.limits.max-connections", String.valueOf(CONNECTIONS));
    }
}
