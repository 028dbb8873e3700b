package io.github.cognitoconnector.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a row has ended; each row ends once. */
public enum RowOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    /** It was so already. */
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("deleted")
    DELETED,
    /** Nothing was done; the row's problem says why. */
    @JsonProperty("rejected")
    REJECTED;

    /** As callers spell it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null for what is none */
    static @Nullable RowOutcome of(String text) {
        for (RowOutcome outcome : values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        return null;
    }
}
