package io.github.cognitoconnector.embedded.cognito.wire;

import java.util.ArrayList;
import java.util.List;

/** Broken constraints of one request, worded as AWS words them. */
final class Violations {

    private final List<String> sentences = new ArrayList<>();

    /**
     * @param shown the offending value in quotes and with a blank in front, or nothing if it is confidential
     */
    void add(String shown, String path, String constraint) {
        sentences.add(
                "Value%s at '%s' failed to satisfy constraint: Member must %s".formatted(shown, path, constraint));
    }

    boolean any() {
        return !sentences.isEmpty();
    }

    void throwIfAny() {
        if (any()) {
            String noun = sentences.size() == 1 ? "error" : "errors";
            throw Refusal.invalidParameter(
                    "%d validation %s detected: %s".formatted(sentences.size(), noun, String.join("; ", sentences)));
        }
    }
}
