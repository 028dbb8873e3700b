package io.github.cognitoconnector.ops;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The connections of an owner of the tables who has a role of his own; they are none of the pool's. A database that takes them and
 * says nothing is away. What they are asked has no deadline, since a migration takes as long as it takes.
 */
@Singleton
class SchemaConnections implements FlywayConfigurationCustomizer {

    /** Seconds until the server takes the connection, and until it has greeted. */
    private static final Map<String, String> PATIENCE = Map.of("connectTimeout", "3", "loginTimeout", "8");

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.jdbcProperties(PATIENCE);
    }
}
