package io.github.cognitoconnector.secret;

import io.github.cognitoconnector.database.RowScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Secrets in the database, encrypted. */
@ApplicationScoped
class SecretRepository implements PanacheRepositoryBase<SecretEntity, SecretEntity.Key> {

    /** Hibernate's word for {@code skip locked}. */
    private static final int SKIP_LOCKED = -2;

    private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";

    private final RowScope scope;

    SecretRepository(RowScope scope) {
        this.scope = scope;
    }

    @RegisterForReflection
    private record InUse(long keyId, long secrets) {}

    @Transactional
    List<SecretEntity> of(String appId) {
        scope.app(appId);
        List<SecretEntity> rows = list("appId", appId);
        detach(rows);
        return rows;
    }

    /** Stores these in the place of whatever the app had. */
    void replace(String appId, List<SecretEntity> secrets) {
        scope.app(appId);
        delete("appId", appId);
        persist(secrets);
        flush();
        detach(secrets);
    }

    /** Rows of other keys behind one row, locked; rows that others hold are left out. */
    List<SecretEntity> lockOthers(long keyId, SecretEntity.Key after, int limit) {
        scope.everything();
        return find(
                        "keyId <> :key and (appId > :app or (appId = :app and field > :field))",
                        Sort.by("appId").and("field"),
                        Parameters.with("key", keyId).and("app", after.appId()).and("field", after.field()))
                .page(Page.ofSize(limit))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
                .list();
    }

    @Transactional
    long countOthers(long keyId) {
        scope.everything();
        return count("keyId <> ?1", keyId);
    }

    /** How many secrets each key has encrypted. */
    @Transactional
    Map<Long, Long> countByKey() {
        scope.everything();
        return find("select keyId, count(*) from SecretEntity group by keyId").project(InUse.class).stream()
                .collect(Collectors.toMap(InUse::keyId, InUse::secrets));
    }

    /** The session would know them better than the database after a replacement in the same transaction. */
    private void detach(List<SecretEntity> rows) {
        rows.forEach(getEntityManager()::detach);
    }
}
