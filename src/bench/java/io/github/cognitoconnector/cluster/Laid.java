package io.github.cognitoconnector.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with what an image holds: a JVM of its own, an application, and the cache that was trained with both.
 *
 * @param confined whether it is started as a container is
 */
record Laid(Path folder, boolean confined) {

    private static final String MEMORY = "-XX:MaxRAM=512m";

    /** The service, as it was packaged. Blocks. */
    static Laid service() {
        return of("target/quarkus-app", "service");
    }

    /** The application of the same extensions that does nothing. Blocks. */
    static Laid bare() {
        return of("target/bench/bare/quarkus-app", "bare-image");
    }

    private static Laid of(String artifact, String name) {
        Path folder = Path.of("target", "bench", name).toAbsolutePath();
        if (!isOf(Path.of(artifact), folder)) {
            Image.make(artifact, folder);
        }
        return new Laid(folder, false);
    }

    /** Whether it was made of this very artifact; its files keep their times. */
    private static boolean isOf(Path artifact, Path folder) {
        Path app = folder.resolve("app");
        try {
            return Files.exists(app.resolve("app.aot"))
                    && Files.getLastModifiedTime(app.resolve("quarkus-run.jar"))
                            .equals(Files.getLastModifiedTime(artifact.resolve("quarkus-run.jar")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> trained(List<String> options) {
        return command(List.of("-XX:AOTCache=app.aot"), options);
    }

    List<String> untrained(List<String> options) {
        return command(List.of(), options);
    }

    Laid inAContainer() {
        return new Laid(folder, true);
    }

    /** In the folder of the application, as the cache was trained. */
    private List<String> command(List<String> cache, List<String> options) {
        List<String> command = new ArrayList<>(List.of("env"));
        if (!confined) {
            command.add("--chdir=" + folder.resolve("app"));
        }
        command.addAll(Image.variables());
        command.addAll(
                confined
                        ? Image.confined(folder, "/deployments/jre/bin/java", "@/deployments/jvm.options")
                        : List.of("../jre/bin/java", "@../jvm.options", MEMORY));
        command.addAll(cache);
        command.addAll(options);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }
}
