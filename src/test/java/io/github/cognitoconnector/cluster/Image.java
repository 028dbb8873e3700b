package io.github.cognitoconnector.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the image of the JVM holds, put together as its Dockerfile does, and started as its containers are. */
final class Image {

    static final long MEMORY = 256L * 1024 * 1024;

    private static final Path FOLDER = Path.of("target/image").toAbsolutePath();
    private static final List<String> JVM = List.of("/deployments/jre/bin/java", "@/deployments/jvm.options");

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

    /** With the cache, as the image has it. */
    static List<String> trained(List<String> options) {
        return confined(List.of("-XX:AOTCache=app.aot"), options);
    }

    static List<String> untrained(List<String> options) {
        return confined(List.of(), options);
    }

    private static List<String> confined(List<String> jvm, List<String> options) {
        List<String> command =
                new ArrayList<>(List.of("sh", "src/test/sh/confined.sh", FOLDER.toString(), String.valueOf(MEMORY)));
        command.addAll(JVM);
        command.addAll(jvm);
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }
}
