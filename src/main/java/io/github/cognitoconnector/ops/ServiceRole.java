package io.github.cognitoconnector.ops;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The database role that serves requests. It should own nothing, or row-level security and the audit trail bind it less. */
@ApplicationScoped
class ServiceRole {

    private static final Logger LOG = Logger.getLogger(ServiceRole.class);

    private static final String POWERS = """
            select rolsuper or rolbypassrls
                or exists (select 1 from pg_class where relowner = pg_roles.oid and relname = 'app')
            from pg_roles where rolname = current_user""";

    private static final String READS_ALL_TABLES = """
            select coalesce(bool_and(has_table_privilege(each.oid, 'select')), false)
            from pg_class each
                join pg_class history on history.oid = to_regclass('flyway_schema_history')
                    and history.relowner = each.relowner and history.relnamespace = each.relnamespace
            where each.relkind in ('r', 'p')""";

    private static final String USERNAME = "quarkus.datasource.username";

    private final DataSource database;
    private final Config config;

    ServiceRole(DataSource database, Config config) {
        this.database = database;
        this.config = config;
    }

    /**
     * For whoever knows the role and not its password.
     *
     * @throws ConfigurationException in one sentence, if it is not configured
     */
    String configuredName() {
        return config.getOptionalValue(USERNAME, String.class)
                .orElseThrow(() -> new ConfigurationException("Cognito Connector cannot migrate: set " + USERNAME
                        + " to the role that serves requests; its password is not needed."));
    }

    /** Whether another role is configured for whoever owns the tables. */
    boolean ownerIsNamed() {
        return Stream.of("quarkus.flyway.username", "quarkus.flyway.password")
                .allMatch(key -> config.getOptionalValue(key, String.class).isPresent());
    }

    /** Whether the schema is there and its owner has granted what belongs to it. */
    boolean readsAllTables() {
        return ask(READS_ALL_TABLES).equals("t");
    }

    /** @throws IllegalStateException if the database does not answer */
    String name() {
        return ask("select current_user");
    }

    /** Tells the operator, at every start, if the role could undo what holds it. */
    void complainOfPowers() {
        if (ask(POWERS).equals("t")) {
            LOG.errorf(
                    "The database role \"%s\" serves requests, but owns the tables or is a superuser. Let another role own"
                            + " them: set quarkus.flyway.username and quarkus.flyway.password to the owner's, and"
                            + " quarkus.datasource.username to a role that owns nothing.",
                    name());
        }
    }

    private String ask(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell of its role", e);
        }
    }
}
