package io.github.cognitoconnector.app;

import io.github.cognitoconnector.credentials.NewCredentials;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.rest.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Registers, changes and finds apps. */
@ApplicationScoped
public class AppService {

    private final AppRepository apps;
    private final AppCredentialsService credentials;
    private final AppEvents events;
    private final Clock clock;
    private final Mutation mutation;

    AppService(
            AppRepository apps, AppCredentialsService credentials, AppEvents events, Clock clock, Mutation mutation) {
        this.apps = apps;
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
        this.mutation = mutation;
    }

    /** The app as the database has it now; one query by index. {@link AppDirectory} remembers it. */
    @Transactional
    public Optional<App> find(String id) {
        return apps.find(id).map(AppEntity::toApp);
    }

    /** Whether any app lists the client; one query by index. */
    @Transactional
    boolean knows(AppScope.ClientOf client) {
        return apps.any(client);
    }

    /** The pools of all apps; one query over all of them. */
    @Transactional
    Set<String> pools() {
        return Set.copyOf(apps.pools());
    }

    /** Whether any app of the pool gives permissions to members of groups; one query by index. */
    @Transactional
    boolean hasOperators(String userPoolId) {
        return apps.hasOperators(userPoolId);
    }

    /** The apps of the pool that give permissions to the members of the group; one query by index. */
    @Transactional
    List<App> granting(String userPoolId, String group) {
        return apps.granting(userPoolId, group).stream().map(AppEntity::toApp).toList();
    }

    /**
     * Certificates of apps that end before a moment, and those among them that have ended; three queries by index, which
     * cost as much as there are such certificates, however many apps there are.
     */
    @Transactional
    public CertificateEnds certificatesEndingBefore(Instant moment) {
        return new CertificateEnds(
                apps.countCertificatesEndingBefore(moment),
                apps.countCertificatesEndingBefore(clock.instant()),
                apps.certificatesEndingBefore(moment, CertificateEnds.MOST));
    }

    /** Apps in the order of their ids, behind one id; one query by index. */
    @Transactional
    public Page<App> list(AppScope scope, int limit, @Nullable String after) {
        List<App> found = apps.list(scope, after == null ? "" : after, limit + 1).stream()
                .map(AppEntity::toApp)
                .toList();
        return found.size() > limit
                ? new Page<>(found.subList(0, limit), found.get(limit - 1).id())
                : new Page<>(found, null);
    }

    /** @throws ProblemException {@code APP_EXISTS}, {@code REGION_MISMATCH}, {@code VALIDATION_FAILED} */
    @Transactional
    public App create(AppRequest request) {
        mutation.target("app", request.id());
        checkRegion(request);
        SelfSignUp.check(request);
        AppEntity app = new AppEntity();
        app.id = request.id();
        app.take(request);
        app.touch(clock.instant());
        NewCredentials chosen = credentials.check(app, request.credentials(), "/credentials");
        app.credentials.take(chosen);
        apps.enter(app.id);
        try {
            apps.persistAndFlush(app);
        } catch (ConstraintViolationException e) {
            throw ProblemException.of(ProblemType.APP_EXISTS, "Choose another id.", e);
        }
        credentials.keep(app, chosen);
        events.changed(app.id);
        return app.toApp();
    }

    /**
     * @param change what would write the outcome, made of the app as it is while nobody else can change it
     * @throws ProblemException {@code APP_NOT_FOUND}, {@code STALE}, {@code REGION_MISMATCH}, {@code VALIDATION_FAILED}
     */
    @Transactional
    App update(String id, String ifMatch, Function<App, AppRequest> change) {
        AppEntity app = apps.forChange(id, ifMatch);
        AppRequest request = change.apply(app.toApp());
        if (!request.id().equals(id)) {
            throw ProblemException.field(ProblemType.VALIDATION_FAILED, "/id", "The id of an app never changes.");
        }
        if (request.credentials() != null) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED,
                    "/credentials",
                    "Credentials are changed by PUT /v1/apps/{appId}/credentials.");
        }
        checkRegion(request);
        SelfSignUp.check(request);
        if (!request.userPoolId().equals(app.userPoolId)) {
            credentials.checkFit(app, UserPoolId.region(request.userPoolId()));
            events.rewired(id);
        }
        app.take(request);
        app.touch(clock.instant());
        apps.flush();
        events.changed(id);
        return app.toApp();
    }

    /** @throws ProblemException {@code APP_NOT_FOUND}, {@code STALE} */
    @Transactional
    void delete(String id, String ifMatch) {
        apps.delete(apps.forChange(id, ifMatch));
        events.rewired(id);
        events.changed(id);
    }

    private static void checkRegion(AppRequest request) {
        String region = UserPoolId.region(request.userPoolId());
        if (request.region() != null && !request.region().equals(region)) {
            throw ProblemException.field(
                    ProblemType.REGION_MISMATCH,
                    "/region",
                    "The region of this user pool is " + region + "; leave the field out.");
        }
    }
}
