package io.github.cognitoconnector.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the artifact that was built is started: on a JVM, or where {@code its.executable} names one, as a native executable. */
public final class Artifact {

    /** Names the native executable; empty where there is none. */
    private static final String EXECUTABLE = "its.executable";

    private Artifact() {}

    /**
     * The command line.
     *
     * @param jvm options that a native executable does not know
     * @param options such as {@code -Dkey=value}
     * @param words what comes behind
     */
    public static List<String> command(List<String> jvm, List<String> options, List<String> words) {
        String executable = System.getProperty(EXECUTABLE, "");
        List<String> command = new ArrayList<>();
        if (executable.isEmpty()) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.addAll(options);
            command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        } else {
            command.add(executable);
            command.addAll(options);
        }
        command.addAll(words);
        return command;
    }
}
