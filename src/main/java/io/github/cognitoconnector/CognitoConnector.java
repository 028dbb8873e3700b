package io.github.cognitoconnector;

import io.github.cognitoconnector.ops.RequiredConfiguration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, unless its configuration lacks something that it cannot do without. */
@QuarkusMain
public final class CognitoConnector {

    CognitoConnector() {}

    public static void main(String... arguments) {
        List<String> missing = RequiredConfiguration.missing(ConfigProvider.getConfig());
        if (missing.isEmpty()) {
            Quarkus.run(arguments);
        } else {
            missing.forEach(System.err::println);
            System.exit(1);
        }
    }
}
