package io.github.cognitoconnector.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list; full unless it is the last.
 *
 * @param nextCursor where the next page starts; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> items,

        @Schema(description = "Give it back as `cursor` for the next page; absent on the last page.") @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with its position turned into what the caller sees of it. */
    Page<T> mapCursor(Function<String, String> seal) {
        return new Page<>(items, nextCursor == null ? null : seal.apply(nextCursor));
    }
}
