package io.github.cognitoconnector.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the check lists, with the sources of a native executable as they were just built. */
class ReflectionCheckIT {

    private static final String OURS = "io.github.cognitoconnector.";
    private static final String EXPLAINED = "com.fasterxml.jackson.databind.util.ClassUtil#getClassMethods";

    private ReflectionCheck check;

    @BeforeEach
    void read() throws IOException {
        check = ReflectionCheck.of(
                new NativeSources(Path.of("target/native-sources")),
                Path.of("src/test/resources/native-image/explained.txt"));
    }

    @Test
    void listsWhatIsNotRegistered() {
        assertListed("forName", OURS + "CognitoConnector", "x.Y#z");
        assertListed("getDeclaredMethod", OURS + "CognitoConnector#main(java.lang.String[])", "x.Y#z");
        assertListed("getResource", "nowhere.txt", "x.Y#z");
        assertListed("proxy", "java.lang.Runnable", "x.Y#z");
        assertListed("load", "io.vertx.core.spi.launcher.CommandFactory", "x.Y#z");
    }

    @Test
    void listsNothingThatIsRegistered() {
        assertNotListed("forName", OURS + "job.StoredCaller", "x.Y#z");
        assertNotListed("invoke", OURS + "job.StoredCaller#issuer()", "x.Y#z");
        assertNotListed("getResource", "db/migration/V1__app.sql", "x.Y#z");
        assertNotListed("load", "io.vertx.core.spi.VertxServiceProvider", "x.Y#z");
        assertNotListed("load", "java.lang.Runnable", "x.Y#z");
    }

    @Test
    void explainsNoClassOfThisProject() {
        assertNotListed("getDeclaredMethods", "java.util.List", EXPLAINED);
        assertListed("getDeclaredMethods", OURS + "CognitoConnector", EXPLAINED);
        assertThat(check.needless()).isNotEmpty().doesNotContain("com.fasterxml.jackson.databind.*");
    }

    @Test
    void leavesOutWhatIsDoneWhenAnExecutableIsMade() {
        String made = "forName\t" + OURS + "CognitoConnector\tx.Y#z\t%s\t";
        assertThat(check.unregistered(List.of(made.formatted("x.Y")))).isEmpty();
        assertThat(check.unregistered(List.of(made.formatted("io.netty.channel.DefaultChannelId"))))
                .hasSize(1);
        assertThat(check.frozen(List.of("made\tjava.util.Random\tx.Y#<clinit>\tx.Y\t")))
                .hasSize(1);
    }

    private void assertListed(String how, String what, String user) {
        assertThat(check.unregistered(List.of(line(how, what, user)))).containsExactly(user + " " + how + " " + what);
    }

    private void assertNotListed(String how, String what, String user) {
        assertThat(check.unregistered(List.of(line(how, what, user)))).isEmpty();
    }

    private static String line(String how, String what, String user) {
        return String.join("\t", how, what, user, "", "");
    }
}
