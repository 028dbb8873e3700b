package io.github.cognitoconnector.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * Whose rows the current transaction sees and writes. The database holds it by row-level security: until one of these
 * methods is called a transaction sees no row of any app, and when it ends, what was said is forgotten. Each call takes
 * the place of the one before, and costs one round trip.
 */
@ApplicationScoped
public class RowScope {

    private static final String EVERYTHING = "*";
    private static final String SET = "select set_config('connector.app', ?, true),"
            + " set_config('connector.user_pool', ?, true), set_config('connector.client', ?, true)";

    private final Sql sql;
    private final EntityManager entities;

    public RowScope(Sql sql, EntityManager entities) {
        this.sql = sql;
        this.entities = entities;
    }

    /** The rows of this app alone. */
    public void app(String appId) {
        if (appId.equals(EVERYTHING)) {
            throw new IllegalArgumentException("No app has this id");
        }
        set(appId, "", "");
    }

    /** The apps of this user pool that list this app client, and nothing but their registrations. */
    public void client(String userPoolId, String clientId) {
        set("", userPoolId, clientId);
    }

    /** The rows of all apps: for the platform, and for what the service does for itself. */
    public void everything() {
        set(EVERYTHING, "", "");
    }

    /** What entities have in hand is written before, under what held until now. */
    private void set(String app, String pool, String client) {
        entities.flush();
        sql.query(SET, List.of(app, pool, client), row -> true);
    }
}
