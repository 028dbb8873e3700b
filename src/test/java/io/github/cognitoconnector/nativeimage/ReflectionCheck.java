package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was done by reflection against what an image would be told of. */
public final class ReflectionCheck {

    /** How something is noted that no image may hold when it is made: random numbers, and threads. */
    private static final String MADE = "made";

    private final Registrations registrations;
    private final Bytecode bytecode;
    private final Explanations explanations;
    private final Set<String> named = new HashSet<>();

    private ReflectionCheck(Registrations registrations, Bytecode bytecode, Explanations explanations) {
        this.registrations = registrations;
        this.bytecode = bytecode;
        this.explanations = explanations;
    }

    public static ReflectionCheck of(NativeSources sources, Path explanations) throws IOException {
        return new ReflectionCheck(Registrations.of(sources), Bytecode.of(sources), Explanations.read(explanations));
    }

    /** Uses that an image would not be able to repeat. */
    public List<String> unregistered(List<String> lines) {
        List<Use> uses = lines.stream().map(Use::parse).toList();
        uses.stream().filter(bytecode::names).forEach(use -> named.add(use.what()));
        return uses.stream()
                .filter(use -> !use.how().equals(MADE))
                .filter(use -> !isDoneWhenMade(use))
                .filter(use -> use.stack().noneMatch(bytecode::isSubstituted))
                .filter(use -> !named.contains(use.what()) && !registrations.allow(use))
                .filter(use -> !explanations.cover(use))
                .map(Use::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** What would be made with the image, and be the same in all of its processes, or be refused. */
    public List<String> frozen(List<String> lines) {
        return lines.stream()
                .map(Use::parse)
                .filter(use -> use.how().equals(MADE) && isDoneWhenMade(use))
                .filter(use -> !explanations.cover(use))
                .map(Use::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** Explanations that explain nothing, once all uses were checked. */
    public List<String> needless() {
        return explanations.unused();
    }

    private boolean isDoneWhenMade(Use use) {
        return use.initialised().stream().anyMatch(type -> !bytecode.isInitialisedLate(type));
    }
}
