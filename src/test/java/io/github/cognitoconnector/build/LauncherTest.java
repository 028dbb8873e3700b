package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code mvnw} chooses JDK and Maven as promised: its own shell tests pass. */
class LauncherTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh")
    void theShellTestsPass(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder("sh", "src/test/sh/mvnw-test.sh")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroy();

        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time:%n%s", text).isTrue();
        assertThat(process.exitValue()).as("exit code after:%n%s", text).isZero();
        assertThat(text).containsPattern("(?m)^[1-9][0-9]* passed, 0 failed$");
    }
}
