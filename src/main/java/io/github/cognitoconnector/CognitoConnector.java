package io.github.cognitoconnector;

import io.github.cognitoconnector.ops.RequiredConfiguration;
import io.github.cognitoconnector.secret.KeysetCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Starts the service, unless its configuration lacks something that it cannot do without, or asks for
 * the embedded parts that this artifact does not have. With the word {@code keyset} it makes keysets instead; with
 * {@code migrate} it brings the database's schema up to date, and ends.
 */
@QuarkusMain
public final class CognitoConnector {

    CognitoConnector() {}

    public static void main(String... arguments) {
        Config config = configuration();
        if (arguments.length > 0 && arguments[0].equals(KeysetCommand.NAME)) {
            List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
            System.exit(new KeysetCommand(config, System.out, System.err).run(words));
        }
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

    /** What there is before Quarkus has started, in a native executable its configuration when it was made, is not asked. */
    private static Config configuration() {
        return ConfigUtils.configBuilder().build();
    }
}
