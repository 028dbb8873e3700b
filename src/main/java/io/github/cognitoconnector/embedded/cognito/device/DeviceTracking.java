package io.github.cognitoconnector.embedded.cognito.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How a pool tracks devices; a pool without {@code DeviceConfiguration} does not.
 *
 * @param region the part of the pool's id before the underscore, with which all its device keys begin
 * @param groupKey the same for all devices of the pool
 * @param proves whether a remembered device proves itself and then stands for the second factor
 * @param asksUser whether a confirmed device is remembered only once the user says so
 */
public record DeviceTracking(String region, String groupKey, boolean proves, boolean asksUser) {

    public static Optional<DeviceTracking> of(UserPool pool) {
        JsonNode configuration = pool.settings().stated().path("DeviceConfiguration");
        return configuration.isObject() ? Optional.of(of(pool.id(), configuration)) : Optional.empty();
    }

    private static DeviceTracking of(String poolId, JsonNode configuration) {
        UUID digest = UUID.nameUUIDFromBytes(poolId.getBytes(StandardCharsets.UTF_8));
        return new DeviceTracking(
                poolId.substring(0, poolId.indexOf('_')),
                "-" + digest.toString().substring(0, 8).toUpperCase(Locale.ROOT),
                configuration.path("ChallengeRequiredOnNewDevice").asBoolean(false),
                configuration.path("DeviceOnlyRememberedOnUserPrompt").asBoolean(false));
    }

    public String newKey() {
        return region + "_" + UUID.randomUUID();
    }
}
