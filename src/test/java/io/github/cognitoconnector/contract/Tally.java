package io.github.cognitoconnector.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** How the cases of a run went; closing it ends the run: cleans up, stops the witness, says how it went. */
final class Tally implements AutoCloseable {

    enum Outcome {
        AS_THE_CONTRACT_SAYS,
        LISTED_DEVIATION,
        WRONG,
        ABORTED
    }

    private final Witness witness;
    private final Map<CaseName, Outcome> outcomes = new ConcurrentHashMap<>();
    private final Map<CaseName, String> details = new ConcurrentSkipListMap<>(Comparator.comparing(CaseName::toString));

    Tally(Witness witness) {
        this.witness = witness;
    }

    /** @param failure null for a case that has passed */
    void count(CaseName name, Outcome outcome, @Nullable Throwable failure) {
        outcomes.put(name, outcome);
        if (failure != null) {
            details.put(
                    name, outcome + " " + String.valueOf(failure.getMessage()).replaceAll("\\s+", " "));
        }
    }

    Set<CaseName> seen() {
        return outcomes.keySet();
    }

    String summary() {
        long good = number(Outcome.AS_THE_CONTRACT_SAYS);
        StringBuilder line = new StringBuilder("contract on %s: %d cases, ".formatted(witness.name(), outcomes.size()));
        line.append(good == outcomes.size() ? "all" : String.valueOf(good)).append(" as the contract says");
        append(line, Outcome.LISTED_DEVIATION, "listed deviations");
        append(line, Outcome.WRONG, "WRONG");
        append(line, Outcome.ABORTED, "not asked");
        return line.toString();
    }

    private void append(StringBuilder line, Outcome outcome, String words) {
        if (number(outcome) > 0) {
            line.append(", ").append(number(outcome)).append(' ').append(words);
        }
    }

    private long number(Outcome wanted) {
        return outcomes.values().stream().filter(wanted::equals).count();
    }

    @Override
    public void close() {
        List<String> left = Contract.cleanUp().run();
        witness.close();
        List<String> lines = new ArrayList<>(List.of(summary()));
        left.forEach(what -> lines.add("left behind: " + what));
        lines.forEach(System.out::println);
        details.forEach((name, detail) -> lines.add(name + ": " + detail));
        write(lines);
    }

    private void write(List<String> lines) {
        try {
            Path folder = Files.createDirectories(Path.of("target"));
            Files.write(folder.resolve("contract-" + witness.name() + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
