package io.github.cognitoconnector.ops;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The connections of an owner of the tables who has a role of his own; they are none of the pool's. A statement of a migration may
 * take long; one that nobody answers any more ends all the same.
 */
@Singleton
class SchemaConnections implements FlywayConfigurationCustomizer {

    /** Seconds: until the server takes a connection, and for an answer of it, which one statement of a migration may need. */
    private static final Map<String, String> PATIENCE =
            Map.of("connectTimeout", "3", "socketTimeout", "3600", "tcpKeepAlive", "true");

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.jdbcProperties(PATIENCE);
    }
}
