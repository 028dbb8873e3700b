package io.github.cognitoconnector.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A device that Cognito knows a user by.
 *
 * @param name as the application calls it
 * @param remembered whether it stands for a second factor where the pool allows that; absent if Cognito does not say
 * @param lastIpAddress where it was used from last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"key": "us-east-1_5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11", "name": "Ada's phone", "remembered": true,
                 "lastIpAddress": "192.0.2.7", "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z",
                 "lastSignInAt": "2026-11-21T08:30:00Z"}""")
public record Device(
        String key,
        @Nullable String name,
        @Nullable Boolean remembered,
        @Nullable String lastIpAddress,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant lastSignInAt) {

    /** Name and address are personal data. */
    @Override
    public String toString() {
        return "Device[" + key + "]";
    }
}
