package io.github.cognitoconnector.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Things that are measured by turns, so that the machine's moods strike all of them alike. */
final class Rounds {

    /** Those that count. */
    static final int COUNT = Integer.getInteger("bench.rounds", 5);

    private Rounds() {}

    /**
     * Measures each once a round. The first round warms up, and is thrown away.
     *
     * @return for each what was measured, round by round
     */
    static <T> List<List<T>> measure(List<Supplier<T>> subjects) {
        List<List<T>> measured =
                subjects.stream().<List<T>>map(subject -> new ArrayList<>()).toList();
        for (int round = 0; round <= COUNT; round++) {
            for (int i = 0; i < subjects.size(); i++) {
                measured.get(i).add(subjects.get(i).get());
            }
        }
        return measured.stream().map(rounds -> rounds.subList(1, rounds.size())).toList();
    }
}
