package io.github.cognitoconnector.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A line of the table: a ratio of each round.
 *
 * @param what is compared with what, such as {@code service ÷ bare}
 * @param unit of the figures
 * @param these of the numerator, round by round
 */
record Line(String what, String unit, List<Double> these, List<Double> those) {

    static <T> Line of(String what, String unit, ToDoubleFunction<T> figure, List<T> these, List<T> those) {
        return new Line(
                what,
                unit,
                these.stream().map(figure::applyAsDouble).toList(),
                those.stream().map(figure::applyAsDouble).toList());
    }

    private List<Double> ratios() {
        return IntStream.range(0, these.size())
                .mapToObj(round -> these.get(round) / those.get(round))
                .toList();
    }

    /** Of Markdown. */
    String row() {
        List<Double> ratios = ratios();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f, %.2f %s |",
                what,
                Collections.min(ratios),
                median(ratios),
                Collections.max(ratios),
                median(these),
                median(those),
                unit);
    }

    /** The middle one; of an even number the upper of the two. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
