package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.rest.MutationNotes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the feature has told of a mutation.
 *
 * @param made what was to be made, if the path does not name it
 */
record Told(@Nullable Reference made, @Nullable String userSub, Map<String, @Nullable String> changes) {

    static final Told NOTHING = new Told(null, null, Map.of());

    private static final Pattern NAME = Pattern.compile("[\\w:.-]{1,64}");
    private static final int MOST = 100;
    private static final int LONGEST_VALUE = 2048;

    static Told by(MutationNotes mutation) {
        String kind = mutation.kind();
        String name = mutation.name();
        return new Told(
                kind == null || name == null ? null : new Reference(kind, name), mutation.sub(), mutation.changes());
    }

    /** @param kept names of the attributes whose values may be kept */
    List<Change> changes(List<String> kept) {
        return changes.entrySet().stream()
                .filter(change -> NAME.matcher(change.getKey()).matches())
                .limit(MOST)
                .map(change ->
                        new Change(change.getKey(), kept.contains(change.getKey()) ? value(change.getValue()) : null))
                .toList();
    }

    /** PostgreSQL's texts have no zero characters. */
    private static @Nullable String value(@Nullable String value) {
        return value == null || value.length() > LONGEST_VALUE ? null : value.replace("\0", "");
    }
}
