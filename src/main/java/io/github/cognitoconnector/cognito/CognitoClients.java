package io.github.cognitoconnector.cognito;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalListener;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppCredentialsService;
import io.github.cognitoconnector.app.AppCredentialsService.AppWithCredentials;
import io.github.cognitoconnector.app.AppRewired;
import io.github.cognitoconnector.credentials.CredentialsType;
import io.github.cognitoconnector.problem.ProblemException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clients in use: one for each region for all apps with the service's own credentials, and one for each other app, made
 * when it is first used. Their number is bounded; one that is idle, evicted or out of date closes after its calls in
 * flight, and with it go the app's sessions.
 */
@ApplicationScoped
public class CognitoClients {

    private static final Duration IDLE = Duration.ofMinutes(15);

    private final ClientFactory factory;
    private final AppCredentialsService credentials;
    private final Map<String, LeasedClient> ofRegions = new ConcurrentHashMap<>();
    private final Cache<String, AppClient> ofApps;
    private volatile boolean closed;

    CognitoClients(ClientFactory factory, AppCredentialsService credentials, CognitoConfig config) {
        this.factory = factory;
        this.credentials = credentials;
        RemovalListener<String, AppClient> retire = (app, removed, cause) -> {
            if (removed != null) {
                removed.client().release();
            }
        };
        this.ofApps = Caffeine.newBuilder()
                .maximumSize(config.maxClients())
                .expireAfterAccess(IDLE)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener(retire)
                .build();
    }

    /** A client and the state of the app that it was made for. */
    private record AppClient(App app, LeasedClient client) {

        /** Whether the app has not changed since in what its client depends on; a request may be older than its client. */
        boolean fits(App now) {
            return ofSameRegistration(app, now)
                    && (now.version() <= app.version()
                            || (now.credentialsVersion() == app.credentialsVersion()
                                    && now.userPoolId().equals(app.userPoolId())));
        }

        /** Of two that were made at the same time the newer one stays; of two registrations the one that was read last. */
        static AppClient newer(AppClient first, AppClient second) {
            return ofSameRegistration(first.app, second.app) && second.app.version() <= first.app.version()
                    ? first
                    : second;
        }

        /**
         * An app that was removed and registered anew counts its versions anew. Which of two registrations is the older one
         * cannot be told, since clocks of replicas differ: the database knows.
         */
        private static boolean ofSameRegistration(App one, App other) {
            return one.createdAt().equals(other.createdAt());
        }
    }

    /**
     * The client for the app, leased: {@link LeasedClient#release} has to follow.
     *
     * @throws ProblemException {@code APP_NOT_FOUND} if the app is gone; {@code INTERNAL} if its secrets cannot be read
     */
    LeasedClient lease(App app) {
        while (!closed) {
            LeasedClient client = usesOwn(app) ? find(app) : ofRegion(app);
            if (client.acquire()) {
                return client;
            }
        }
        throw new IllegalStateException("The clients are closed");
    }

    /** Other replicas see it at their next request of the app, or when the client has been idle. */
    void rewired(@Observes(during = TransactionPhase.AFTER_SUCCESS) AppRewired app) {
        ofApps.invalidate(app.appId());
    }

    private static boolean usesOwn(App app) {
        return app.credentials().type() != CredentialsType.DEFAULT;
    }

    private LeasedClient ofRegion(App app) {
        AppClient earlier = ofApps.getIfPresent(app.id());
        if (earlier != null && !earlier.fits(app)) {
            ofApps.asMap().remove(app.id(), earlier);
        }
        return ofRegions.computeIfAbsent(app.region(), factory::ofService);
    }

    private LeasedClient find(App app) {
        AppClient found = ofApps.getIfPresent(app.id());
        return found != null && found.fits(app) ? found.client() : make(app);
    }

    /** Made outside of the cache's locks, since it reads the database; if others did the same, one is kept. */
    private LeasedClient make(App app) {
        AppWithCredentials stored = credentials.of(app.id());
        if (!usesOwn(stored.app())) {
            return ofRegion(stored.app());
        }
        AppClient made = new AppClient(stored.app(), factory.ofApp(stored));
        AppClient kept = ofApps.asMap().merge(app.id(), made, AppClient::newer);
        if (kept.client() != made.client()) {
            made.client().release();
        }
        return kept.client();
    }

    @PreDestroy
    void close() {
        closed = true;
        ofApps.invalidateAll();
        ofRegions.values().forEach(LeasedClient::release);
    }
}
