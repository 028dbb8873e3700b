package io.github.cognitoconnector.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowHashTest {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

    /** Made of the description in docs/operations.md by other means; who verifies an export relies on it. */
    @Test
    void theEncodingIsTheOneThatIsDocumented() {
        assertThat(RowHash.of(
                        "webshop",
                        1,
                        AT,
                        entry(
                                new Target("user:ada", null, null),
                                List.of(new Change("email", null), new Change("näme", "x"))),
                        ""))
                .isEqualTo("c0da6823f4a52016f61b54bd56f49cee24de3ccf2172549392b8dce36cf8a57f");
    }

    /** The texts of a row moved over the borders between fields are another row. */
    @Property
    void noTwoRowsLookAlike(
            @ForAll @Size(5) List<@StringLength(max = 3) String> one,
            @ForAll @Size(5) List<@StringLength(max = 3) String> other) {
        assertThat(hash(one).equals(hash(other))).isEqualTo(one.equals(other));
    }

    @Test
    void whatIsNotThereIsNotWhatIsEmpty() {
        assertThat(hash(null, "")).isNotEqualTo(hash("", null)).isNotEqualTo(hash("", ""));
        assertThat(hash(null, "")).isNotEqualTo(hash("-", ""));
    }

    private static String hash(@Nullable String thing, @Nullable String part) {
        return RowHash.of("a", 1, AT, entry(new Target(thing, part, null), List.of()), "");
    }

    private static String hash(List<String> texts) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(texts.get(2), texts.get(3)));
        return RowHash.of("a", 1, AT, entry(new Target(texts.get(0), texts.get(1), null), changes), texts.get(4));
    }

    private static AuditEntry entry(Target target, List<Change> changes) {
        return new AuditEntry(
                new AuditedCaller("CLIENT", "demoapp", "demoapp"),
                "createUser",
                target,
                Outcome.SUCCEEDED,
                201,
                null,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                changes);
    }
}
