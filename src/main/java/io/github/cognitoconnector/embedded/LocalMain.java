package io.github.cognitoconnector.embedded;

import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts dev mode and the local artifact: the service with its embedded parts, or the embedded Cognito alone. */
@QuarkusMain(name = LocalMain.NAME)
public final class LocalMain {

    static final String NAME = "local";

    LocalMain() {}

    public static void main(String... arguments) throws InterruptedException {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue("connector.embedded.cognito.alone", Boolean.class)
                .orElse(false)) {
            runCognitoAlone(config);
        } else {
            Quarkus.run(Service.class, arguments);
        }
    }

    private static void runCognitoAlone(Config config) throws InterruptedException {
        int port = config.getOptionalValue("connector.embedded.cognito.port", Integer.class)
                .orElse(9229);
        var signingKey = config.getOptionalValue("connector.embedded.cognito.signing-key", Path.class);
        EmbeddedCognito cognito = EmbeddedCognito.start(new CognitoOptions(port, signingKey.orElse(null)));
        Runtime.getRuntime().addShutdownHook(new Thread(cognito::close, "stop-cognito"));
        System.out.println("Embedded Cognito: " + cognito.endpoint());
        new CountDownLatch(1).await();
    }

    /** The service; its first words are said when everything answers. */
    public static final class Service implements QuarkusApplication {

        private final Welcome welcome;

        Service(Welcome welcome) {
            this.welcome = welcome;
        }

        @Override
        public int run(String... arguments) {
            System.out.println(welcome.text());
            Quarkus.waitForExit();
            return 0;
        }
    }
}
