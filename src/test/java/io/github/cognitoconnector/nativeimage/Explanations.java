package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Uses that need no registration, and why, by who does it: lines of {@code class, or class#method, with a star at the end for
 * all that begin so | reason}. None of them is about a class of this project.
 */
final class Explanations {

    private static final String OURS = "io.github.cognitoconnector.";

    private final List<String> users;
    private final Set<String> used = new HashSet<>();

    private Explanations(List<String> users) {
        this.users = users;
    }

    static Explanations read(Path file) throws IOException {
        return new Explanations(Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(" | ")).strip())
                .toList());
    }

    boolean cover(Use use) {
        if (use.type().startsWith(OURS)) {
            return false;
        }
        List<String> covering =
                users.stream().filter(user -> matches(user, use.user())).toList();
        used.addAll(covering);
        return !covering.isEmpty();
    }

    /** Those that nothing needs any more. */
    List<String> unused() {
        return users.stream().filter(user -> !used.contains(user)).toList();
    }

    private static boolean matches(String pattern, String user) {
        return pattern.endsWith("*")
                ? user.startsWith(pattern.substring(0, pattern.length() - 1))
                : user.equals(pattern);
    }
}
