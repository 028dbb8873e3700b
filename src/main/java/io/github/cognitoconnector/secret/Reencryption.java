package io.github.cognitoconnector.secret;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a re-encryption has done. */
@Schema(examples = Reencryption.EXAMPLE)
public record Reencryption(
        @Schema(description = "Secrets that are under the primary key now.")
        long reencrypted,

        @Schema(description = "Secrets that do not decrypt; the log names app and field of each.")
        long unreadable,

        @Schema(
                description =
                        "Further secrets under other keys, because others were writing them; repeat until there are none.")
        long remaining) {

    static final String EXAMPLE = "{\"reencrypted\": 12, \"unreadable\": 0, \"remaining\": 0}";
}
