package io.github.cognitoconnector.ops;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The database role that serves requests. It should own nothing, or row-level security and the audit trail bind it less. */
@ApplicationScoped
class ServiceRole {

    private static final Logger LOG = Logger.getLogger(ServiceRole.class);

    private static final String POWERS = """
            select rolsuper or rolbypassrls
                or exists (select 1 from pg_class where relowner = pg_roles.oid and relname = 'app')
            from pg_roles where rolname = current_user""";

    private final DataSource database;

    ServiceRole(DataSource database) {
        this.database = database;
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
