package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.rest.DryRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.Session;

/**
 * Confirmations under way: whose code Cognito is being asked about and who has not got his groups yet. A row that stays is of
 * one that was broken off; it is kept for some days, for a repeat to finish it. Nothing is written in a dry run.
 */
@ApplicationScoped
class SignUpConfirmationRepository {

    private static final Duration KEPT = Duration.ofDays(7);

    private final EntityManager database;
    private final RowScope rows;
    private final DryRun dryRun;
    private final Clock clock;

    SignUpConfirmationRepository(EntityManager database, RowScope rows, DryRun dryRun, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    void begin(App app, String sub) {
        if (dryRun.isOn()) {
            return;
        }
        rows.app(app.id());
        database.createNativeQuery("""
                        delete from sign_up_confirmation where (app_id, sub) in (
                            select app_id, sub from sign_up_confirmation where begun_at < :old limit 100
                            for update skip locked)""")
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into sign_up_confirmation (app_id, sub, begun_at) values (:app, :sub, :now)
                        on conflict (app_id, sub) do update set begun_at = excluded.begun_at""")
                .setParameter("app", app.id())
                .setParameter("sub", sub)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    boolean hasBegun(App app, String sub) {
        rows.app(app.id());
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "select exists (select 1 from sign_up_confirmation where app_id = :app and sub = :sub)",
                        Boolean.class)
                .setParameter("app", app.id())
                .setParameter("sub", sub)
                .getSingleResult();
    }

    @Transactional
    void end(App app, String sub) {
        if (dryRun.isOn()) {
            return;
        }
        rows.app(app.id());
        database.createNativeQuery("delete from sign_up_confirmation where app_id = :app and sub = :sub")
                .setParameter("app", app.id())
                .setParameter("sub", sub)
                .executeUpdate();
    }
}
