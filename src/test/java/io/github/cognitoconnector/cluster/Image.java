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
        List<String> command = new ArrayList<>();
        command.add("env");
        command.addAll(lines(VARIABLE));
        command.addAll(variables);
        command.addAll(List.of("sh", "src/test/sh/confined.sh", FOLDER.toString(), String.valueOf(MEMORY)));
        List<String> entry = entryPoint();
        command.addAll(entry);
        command.addAll(command.size() - entry.size() + entry.indexOf(APPLICATION), options);
        return command;
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
