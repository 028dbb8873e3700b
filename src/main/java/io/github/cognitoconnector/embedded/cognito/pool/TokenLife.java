package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;

/** How long each kind of token lives: a number in one member of the client, its unit in another. */
enum TokenLife {
    ACCESS("AccessToken", "hours", Duration.ofHours(1)),
    ID("IdToken", "hours", Duration.ofHours(1)),
    REFRESH("RefreshToken", "days", Duration.ofDays(30));

    private static final Duration MIN = Duration.ofMinutes(5);
    private static final Duration MAX = Duration.ofDays(1);
    private static final Duration MIN_REFRESH = Duration.ofHours(1);
    private static final Duration MAX_REFRESH = Duration.ofDays(3_650);

    private final String token;
    private final String defaultUnit;
    private final Duration absent;

    TokenLife(String token, String defaultUnit, Duration absent) {
        this.token = token;
        this.defaultUnit = defaultUnit;
        this.absent = absent;
    }

    /** A number that is absent or 0 stands for the default. */
    Duration of(ObjectNode client) {
        long amount = client.path(token + "Validity").asLong(0);
        String unit = client.path("TokenValidityUnits").path(token).asText(defaultUnit);
        return amount == 0
                ? absent
                : switch (unit) {
                    case "seconds" -> Duration.ofSeconds(amount);
                    case "minutes" -> Duration.ofMinutes(amount);
                    case "days" -> Duration.ofDays(amount);
                    default -> Duration.ofHours(amount);
                };
    }

    /**
     * Checks the three against the guide's ranges, which the numbers in the service model only hint at.
     *
     * @throws Refusal {@code InvalidParameterException}
     */
    static void check(ObjectNode client) {
        for (TokenLife life : values()) {
            Duration length = life.of(client);
            if (length.compareTo(life == REFRESH ? MIN_REFRESH : MIN) < 0
                    || length.compareTo(life == REFRESH ? MAX_REFRESH : MAX) > 0) {
                throw Refusal.invalidParameter("Invalid range for token validity.");
            }
        }
        Duration refresh = REFRESH.of(client);
        if (ACCESS.of(client).compareTo(refresh) > 0 || ID.of(client).compareTo(refresh) > 0) {
            throw Refusal.invalidParameter("Access and Id Token expiration times must be less than or equal to refresh"
                    + " token expiration times.");
        }
    }

    /** The refresh token's life is the only one that is shown when it was not stated. */
    static void describeRefresh(ObjectNode client) {
        if (client.path("RefreshTokenValidity").asLong(0) == 0) {
            client.put("RefreshTokenValidity", REFRESH.absent.toDays());
            client.withObject("/TokenValidityUnits").remove(REFRESH.token);
        }
    }
}
