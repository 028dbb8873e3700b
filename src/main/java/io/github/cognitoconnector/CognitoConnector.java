package io.github.cognitoconnector;

import io.github.cognitoconnector.ops.RequiredConfiguration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service, unless its configuration lacks something that it cannot do without, or asks for
 * the embedded parts that this artifact does not have.
 */
@QuarkusMain
public final class CognitoConnector {

    CognitoConnector() {}

    public static void main(String... arguments) {
        Config config = ConfigProvider.getConfig();
        List<String> reasons = Stream.of(RequiredConfiguration.misplaced(config), RequiredConfiguration.missing(config))
                .flatMap(List::stream)
                .toList();
        if (reasons.isEmpty()) {
            Quarkus.run(arguments);
        } else {
            reasons.forEach(System.err::println);
            System.exit(1);
        }
    }
}
