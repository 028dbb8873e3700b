package io.github.cognitoconnector.app;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.ETags;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Apps in the database, seen through a caller's scope. */
@ApplicationScoped
class AppRepository implements PanacheRepositoryBase<AppEntity, String> {

    private static final String OF_CLIENT = "userPoolId = :pool and array_contains(clientIds, :client)";

    private final RowScope rows;

    AppRepository(RowScope rows) {
        this.rows = rows;
    }

    /** Asks the database only for what can be an app's id; paths may hold anything, the sign for all apps too. */
    Optional<AppEntity> find(String id) {
        if (!id.matches(AppRequest.APP_ID)) {
            return Optional.empty();
        }
        rows.app(id);
        return findByIdOptional(id);
    }

    /** What is written next in this transaction is this app's. */
    void enter(String id) {
        rows.app(id);
    }

    /**
     * The row, locked until the transaction ends, so that a precondition still holds when the write is made.
     *
     * @throws ProblemException {@code APP_NOT_FOUND}, {@code STALE}
     */
    AppEntity forChange(String id, @Nullable String ifMatch) {
        rows.app(id);
        AppEntity app = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(CurrentApp::notFound);
        ETags.check(ifMatch, app.toApp().etag());
        return app;
    }

    /** Whether any app of the pool lists the client. */
    boolean any(AppScope.ClientOf client) {
        rows.client(client.userPoolId(), client.clientId());
        return find(OF_CLIENT, of(client))
                .page(Page.ofSize(1))
                .firstResultOptional()
                .isPresent();
    }

    /** Apps in the order of their ids, behind one id. */
    List<AppEntity> list(AppScope scope, String after, int limit) {
        Sort byId = Sort.by("id");
        var apps = switch (scope) {
            case AppScope.Everything() -> {
                rows.everything();
                yield find("id > :after", byId, Parameters.with("after", after));
            }
            case AppScope.ClientOf client -> {
                rows.client(client.userPoolId(), client.clientId());
                yield find("id > :after and " + OF_CLIENT, byId, of(client).and("after", after));
            }
        };
        return apps.page(Page.ofSize(limit)).list();
    }

    /** The pools of all apps. */
    List<String> pools() {
        rows.everything();
        return getEntityManager()
                .createQuery("select distinct userPoolId from AppEntity", String.class)
                .getResultList();
    }

    boolean hasOperators(String userPoolId) {
        rows.everything();
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select exists (select 1 from app where user_pool_id = :pool and operator_groups <> '{}')",
                        Boolean.class)
                .setParameter("pool", userPoolId)
                .getSingleResult();
    }

    /** The apps of the pool that give permissions to the members of the group, whoever may act on them. */
    List<AppEntity> granting(String userPoolId, String group) {
        rows.everything();
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from app where user_pool_id = :pool and jsonb_exists(operator_groups, :group) order by id",
                        AppEntity.class)
                .setParameter("pool", userPoolId)
                .setParameter("group", group)
                .getResultList();
    }

    /** Those that end first; read from the index, so that only rows are touched that are listed. */
    List<CertificateEnds.End> certificatesEndingBefore(Instant moment, int limit) {
        rows.everything();
        return getEntityManager()
                .createQuery(
                        "select id, credentials.certificateExpiresAt from AppEntity"
                                + " where credentials.certificateExpiresAt < :moment"
                                + " order by credentials.certificateExpiresAt, id",
                        CertificateEnds.End.class)
                .setParameter("moment", moment)
                .setMaxResults(limit)
                .getResultList();
    }

    long countCertificatesEndingBefore(Instant moment) {
        rows.everything();
        return count("credentials.certificateExpiresAt < ?1", moment);
    }

    private static Parameters of(AppScope.ClientOf client) {
        return Parameters.with("pool", client.userPoolId()).and("client", client.clientId());
    }
}
