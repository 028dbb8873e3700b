package io.github.cognitoconnector.docs;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the guide, pasted from the first to the last into one shell, at the ports of this service. */
@QuarkusTest
class GuideTest {

    private static final Path GUIDE = Path.of("docs/guide.md");

    /** A block is left out only where it says that it needs something that a reader has and this test has not. */
    private static final Pattern BLOCK = Pattern.compile("(?s)(<!-- not run: [^>]+ -->\\n)?```sh\\n(.*?)```");

    /** Every call of curl tells its status, whatever becomes of its output. */
    private static final String PRELUDE = """
            set -u
            curl() { command curl -w '%{stderr}status %{http_code} %{method} %{url_effective}\\n' "$@"; }
            """;

    @TestHTTPResource("/")
    URI root = URI.create("/");

    @BeforeEach
    @AfterEach
    void leaveNothing() {
        as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/webshop");
        for (String user : List.of("mary", "otto")) {
            as(Tokens.platform()).delete("/v1/apps/demo/users/" + user + "?force=true");
        }
        as(Tokens.platform()).delete("/v1/apps/demo/groups/editors?force=true");
        Cognito.reset();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs sh")
    void itsTasksRunAsWritten(@TempDir Path folder) throws IOException, InterruptedException {
        String guide = Files.readString(GUIDE);
        List<String> blocks = BLOCK.matcher(guide)
                .results()
                .filter(block -> block.group(1) == null)
                .map(block -> block.group(2))
                .toList();
        assertThat(guide.lines().filter(line -> line.startsWith("## "))).hasSizeGreaterThanOrEqualTo(10);
        String script = (PRELUDE + String.join("\n", blocks))
                .replace("http://localhost:8080/", root.toString())
                .replace("http://127.0.0.1:9229", Cognito.endpoint().toString());

        List<String> statuses = run(script, folder);

        long calls = Pattern.compile("\\bcurl ")
                .matcher(String.join("\n", blocks))
                .results()
                .count();
        assertThat(statuses)
                .hasSizeGreaterThanOrEqualTo(Math.toIntExact(calls))
                .allMatch(status -> status.matches("status 2\\d\\d .*"));
    }

    private static List<String> run(String script, Path folder) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        Process shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
        shell.destroy();
        String text = Files.readString(errors, StandardCharsets.UTF_8);
        assertThat(ended).as(text).isTrue();
        assertThat(shell.exitValue()).as(text).isZero();
        return text.lines().filter(line -> line.startsWith("status ")).toList();
    }
}
