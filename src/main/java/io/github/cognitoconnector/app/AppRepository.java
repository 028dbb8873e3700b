package io.github.cognitoconnector.app;

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
import org.jspecify.annotations.Nullable;

/** Apps in the database, seen through a caller's scope. */
@ApplicationScoped
class AppRepository implements PanacheRepositoryBase<AppEntity, String> {

    private static final String OF_CLIENT = "userPoolId = :pool and array_contains(clientIds, :client)";

    Optional<AppEntity> find(AppScope scope, String id) {
        return switch (scope) {
            case AppScope.Everything() -> findByIdOptional(id);
            case AppScope.ClientOf client ->
                find("id = :id and " + OF_CLIENT, of(client).and("id", id)).firstResultOptional();
        };
    }

    /**
     * The row, locked until the transaction ends, so that a precondition still holds when the write is made.
     *
     * @throws ProblemException {@code APP_NOT_FOUND}, {@code STALE}
     */
    AppEntity forChange(String id, @Nullable String ifMatch) {
        AppEntity app = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(CurrentApp::notFound);
        ETags.check(ifMatch, app.toApp().etag());
        return app;
    }

    /** Whether the scope holds any app at all. */
    boolean any(AppScope scope) {
        return switch (scope) {
            case AppScope.Everything() -> true;
            case AppScope.ClientOf client ->
                find(OF_CLIENT, of(client))
                        .page(Page.ofSize(1))
                        .firstResultOptional()
                        .isPresent();
        };
    }

    /** Apps in the order of their ids, behind one id. */
    List<AppEntity> list(AppScope scope, String after, int limit) {
        Sort byId = Sort.by("id");
        var apps = switch (scope) {
            case AppScope.Everything() -> find("id > :after", byId, Parameters.with("after", after));
            case AppScope.ClientOf client ->
                find("id > :after and " + OF_CLIENT, byId, of(client).and("after", after));
        };
        return apps.page(Page.ofSize(limit)).list();
    }

    boolean usesPool(String userPoolId) {
        return find("userPoolId", userPoolId)
                .page(Page.ofSize(1))
                .firstResultOptional()
                .isPresent();
    }

    /** Those that end first; read from the index, so that only rows are touched that are listed. */
    List<CertificateEnds.End> certificatesEndingBefore(Instant moment, int limit) {
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
        return count("credentials.certificateExpiresAt < ?1", moment);
    }

    private static Parameters of(AppScope.ClientOf client) {
        return Parameters.with("pool", client.userPoolId()).and("client", client.clientId());
    }
}
