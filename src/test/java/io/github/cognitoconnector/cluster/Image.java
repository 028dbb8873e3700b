package io.github.cognitoconnector.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the image of the JVM holds, put together as its Dockerfile does, and started as it says. */
final class Image {

    static final long MEMORY = 256L * 1024 * 1024;

    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static final Path DOCKERFILE = Path.of("deploy/docker/Dockerfile.jvm");
    private static final Path FOLDER = Path.of("target/image").toAbsolutePath();
    private static final String VARIABLE = "ENV ";
    private static final String ENTRY = "ENTRYPOINT ";
    private static final String APPLICATION = "-jar";

    private Image() {}

    /** Blocks; trains the cache of the JVM. */
    static void make() {
        make("target/quarkus-app", FOLDER);
    }

    /** The same of any artifact. */
    static void make(String artifact, Path folder) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            int code = new ProcessBuilder(java.toString(), "deploy/docker/Layout.java", artifact, folder.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("Layout.java ended with code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The entry point with further options, in an environment with further variables. */
    static List<String> command(List<String> variables, List<String> options) {
        List<String> entry = entryPoint();
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(variables());
        command.addAll(variables);
        command.addAll(confined(FOLDER, entry.toArray(String[]::new)));
        command.addAll(command.size() - entry.size() + entry.indexOf(APPLICATION), options);
        return command;
    }

    /** Not everybody may everywhere. Blocks. */
    static boolean canBeConfined() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/tmp")
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    /** Those of its environment, of an image that was built with a commit. */
    static List<String> variables() {
        return lines(VARIABLE).stream()
                .map(variable -> variable.replace("$COMMIT", COMMIT))
                .toList();
    }

    /** A command in a root of its own, where the folder is at {@code /deployments}, with little memory. */
    static List<String> confined(Path folder, String... command) {
        List<String> confined =
                new ArrayList<>(List.of("sh", "src/test/sh/confined.sh", folder.toString(), String.valueOf(MEMORY)));
        confined.addAll(List.of(command));
        return confined;
    }

    private static List<String> entryPoint() {
        try {
            return new ObjectMapper().readValue(lines(ENTRY).getFirst(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String instruction) {
        try (Stream<String> lines = Files.lines(DOCKERFILE)) {
            return lines.filter(line -> line.startsWith(instruction))
                    .map(line -> line.substring(instruction.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
