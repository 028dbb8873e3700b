package io.github.cognitoconnector.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    /** Items 0, 1, 2 … in pages of given sizes, in turn; a size of 0 is an empty page with more behind it. */
    private static final class Upstream implements Pages.Source<Integer> {

        private final int total;
        private final List<Integer> sizes;
        private final List<Integer> limits = new ArrayList<>();

        Upstream(int total, List<Integer> sizes) {
            this.total = total;
            this.sizes = sizes;
        }

        @Override
        public Page<Integer> fetch(int limit, @Nullable String position) {
            int from = position == null ? 0 : Integer.parseInt(position);
            int size = Math.min(limit, sizes.get(limits.size() % sizes.size()));
            int to = Math.min(total, from + size);
            limits.add(limit);
            return new Page<>(IntStream.range(from, to).boxed().toList(), to < total ? String.valueOf(to) : null);
        }
    }

    @Property(tries = 500)
    void keepsEveryItemOnceAndInOrder(
            @ForAll @IntRange(max = 80) int total,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @NotEmpty List<@IntRange(max = 9) Integer> sizes) {
        List<Integer> notAllEmpty = new ArrayList<>(sizes);
        notAllEmpty.add(1);
        Upstream upstream = new Upstream(total, notAllEmpty);
        List<Integer> seen = new ArrayList<>();
        String position = null;
        do {
            Page<Integer> page = Pages.fill(limit, position, upstream);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            position = page.nextCursor();
            assertThat(position == null || page.items().size() == limit).isTrue();
            seen.addAll(page.items());
        } while (position != null);

        assertThat(seen).isEqualTo(IntStream.range(0, total).boxed().toList());
        assertThat(upstream.limits).allMatch(asked -> asked >= 1 && asked <= limit);
    }

    @Test
    void asksOnceForAFullPage() {
        Upstream upstream = new Upstream(100, List.of(60));
        Page<Integer> page = Pages.fill(50, null, upstream);
        assertThat(page.items()).hasSize(50);
        assertThat(page.nextCursor()).isEqualTo("50");
        assertThat(upstream.limits).containsExactly(50);
    }

    @Test
    void asksOnlyForWhatIsLeft() {
        Upstream upstream = new Upstream(100, List.of(3, 0, 4));
        Page<Integer> page = Pages.fill(10, null, upstream);
        assertThat(page.items()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(page.nextCursor()).isEqualTo("10");
        assertThat(upstream.limits).containsExactly(10, 7, 7, 3);
    }

    @Test
    void goesOnFromThePosition() {
        Page<Integer> page = Pages.fill(2, "7", new Upstream(100, List.of(60)));
        assertThat(page.items()).containsExactly(7, 8);
    }

    @Test
    void endsWithTheLastPage() {
        Page<Integer> page = Pages.fill(10, null, new Upstream(3, List.of(2)));
        assertThat(page.items()).containsExactly(0, 1, 2);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void exactFillOfTheLastItemsIsTheLastPage() {
        Page<Integer> page = Pages.fill(4, null, new Upstream(4, List.of(2)));
        assertThat(page.items()).hasSize(4);
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void givesUpOnEmptyPagesWithoutEnd() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Pages.fill(10, null, (limit, position) -> new Page<>(List.of(), "again")))
                .matches(e -> e.type() == ProblemType.UPSTREAM_FAILED);
    }

    @Test
    void asksOnceForNothing() {
        Upstream upstream = new Upstream(0, List.of(5));
        assertThat(Pages.fill(5, null, upstream).items()).isEmpty();
        assertThat(upstream.limits).hasSize(1);
    }

    @Test
    void takesAnEmptyTokenForNone() {
        assertThat(Pages.of(List.of(1, 2), n -> "n" + n, "")).isEqualTo(new Page<>(List.of("n1", "n2"), null));
        assertThat(Pages.of(List.of(), n -> n, "more").nextCursor()).isEqualTo("more");
    }

    @Test
    void sealsThePositionOnlyWhereThereIsOne() {
        assertThat(new Page<>(List.of(1), "7").mapCursor(p -> "<" + p + ">").nextCursor())
                .isEqualTo("<7>");
        assertThat(new Page<>(List.of(1), null).mapCursor(p -> "<" + p + ">").nextCursor())
                .isNull();
    }
}
