package io.github.cognitoconnector.ops;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** The start of a replica that may not change the schema: somebody else has to. A schema that is newer will do. */
@ApplicationScoped
class SchemaWait {

    private static final Logger LOG = Logger.getLogger(SchemaWait.class);

    private final Flyway flyway;
    private final ServiceRole role;
    private final SchemaConfig config;
    private boolean waiting;
    private long since;

    SchemaWait(Flyway flyway, ServiceRole role, SchemaConfig config) {
        this.flyway = flyway;
        this.role = role;
        this.config = config;
    }

    /**
     * Whether it is as this version needs it. Patience begins with the first look that finds it older.
     *
     * @throws ConfigurationException in one sentence, if nobody has done it in time
     */
    boolean isOver() {
        if (isUpToDate()) {
            return true;
        }
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
            LOG.info("The schema of the database is older than this version; waiting for its owner to migrate it");
        } else if (System.nanoTime() - since > config.patience().toNanos()) {
            throw tooOld();
        }
        return false;
    }

    /** The owner grants in one transaction behind the last migration, so what is granted is looked at last. */
    private boolean isUpToDate() {
        return role.readsAllTables() && flyway.info().pending().length == 0 && role.readsAllTables();
    }

    private static ConfigurationException tooOld() {
        return new ConfigurationException(
                "Cognito Connector cannot start: the schema of the database is still older than"
                        + " this version after connector.schema.patience; run it with the word migrate and the role that owns"
                        + " the tables (quarkus.flyway.username, quarkus.flyway.password).");
    }
}
