package io.github.cognitoconnector.security;

import io.github.cognitoconnector.database.RowScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Revocations in the database; kept for as long as a token may live that they are about. */
@ApplicationScoped
class RevocationRepository {

    /** Cognito's access tokens live for a day at most; the rest is for clocks. */
    private static final Duration KEPT = Duration.ofHours(25);

    private static final Instant NEVER = Instant.EPOCH.minusSeconds(1);

    private final EntityManager database;
    private final RowScope rows;
    private final Clock clock;

    RevocationRepository(EntityManager database, RowScope rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    record Person(String userPoolId, String sub) {}

    /** Until when the person's tokens are revoked; the beginning of time if they are not. */
    @Transactional
    Instant until(Person person) {
        rows.everything();
        List<Instant> found = database.unwrap(Session.class)
                .createNativeQuery(
                        "select before from revocation where user_pool_id = :pool and sub = :sub", Instant.class)
                .setParameter("pool", person.userPoolId)
                .setParameter("sub", person.sub)
                .getResultList();
        return found.isEmpty() ? NEVER : found.getFirst();
    }

    /** Never takes back what an earlier revocation has said. */
    @Transactional
    void save(Person person, Instant until) {
        rows.everything();
        database.createNativeQuery("""
                        delete from revocation where (user_pool_id, sub) in (
                            select user_pool_id, sub from revocation where before < :old limit 100 for update skip locked)""")
                .setParameter("old", clock.instant().minus(KEPT))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into revocation (user_pool_id, sub, before) values (:pool, :sub, :until)
                        on conflict (user_pool_id, sub) do update
                        set before = greatest(revocation.before, excluded.before)""")
                .setParameter("pool", person.userPoolId)
                .setParameter("sub", person.sub)
                .setParameter("until", until)
                .executeUpdate();
    }
}
