package io.github.cognitoconnector.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.observability.DeployedQueries;
import io.github.cognitoconnector.testing.Load;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each deployed alert fires once in a real Prometheus that scrapes two replicas, because what it is about has happened to them, and
 * ends when it has passed. Needs {@code prometheus} and {@code promtool} on the path: {@code -Pprometheus}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Tight, so that little is too much for them. */
    private static final String[] TIGHT = {
        Cluster.SHORT_LEASE,
        "-Dconnector.http.max-requests=8",
        "-Dquarkus.datasource.jdbc.max-size=5",
        "-Dconnector.credentials.watch-interval=10S",
        "-Dconnector.audit.sweep-interval=10S",
        "-Dconnector.tokens.keys-interval=1S",
        "-Dconnector.rates.requests-per-second=100000",
        "-Dconnector.rates.burst=100000",
        "-Dconnector.rates.failed-authentications-per-minute=1000000"
    };

    private final Set<String> fired = new TreeSet<>();
    private final Cluster cluster = new Cluster();
    private final Upstream upstream = cluster.upstream();
    private final Replica one = start();
    private final Replica other = start();
    private final Tenant tenant = cluster.newApp(one, Map.of());
    private final Causes causes = new Causes(one, upstream);
    private final Prometheus prometheus = Prometheus.start(List.of(one, other));

    private Replica start() {
        return cluster.start(
                Stream.concat(Arrays.stream(TIGHT), Stream.of("-Dconnector.aws.sts-endpoint=" + upstream.endpoint()))
                        .toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        prometheus.close();
        cluster.close();
    }

    @Test
    void eachFiresWhenItsConditionIsCausedAndEndsWithIt() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> prometheus
                                .query("sum(up)")
                                .path(0)
                                .path("value")
                                .path(1)
                                .asInt()
                        == 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.firing()).isEmpty());

        whileCognitoIsSlow();
        whileCognitoFails();
        whileAQuotaIsUsedUp();
        whileTokensAreRefused();
        whileCredentialsEnd();
        whileTheAuditTrailIsLocked();
        whileJobsStandStill();
        whileAReplicaIsFrozen();
        whileTheDatabaseIsAway();

        assertThat(fired)
                .isEqualTo(DeployedQueries.alerts().stream()
                        .map(rule -> rule.path("alert").asText())
                        .collect(Collectors.toCollection(TreeSet::new)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(prometheus.firing()).isEmpty());
    }

    private void whileCognitoIsSlow() {
        upstream.faults("[{\"operation\": \"AdminGetUser\", \"latencyMs\": 4000}]");
        whileAsked(5, () -> one.status("GET", tenant.path("/users/nobody"), ""), "ConnectorSlow");
        whileAsked(12, () -> one.status("GET", tenant.path("/users/nobody"), ""), "ConnectorOverloaded");
        upstream.reset();
    }

    private void whileCognitoFails() {
        upstream.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"HTTP_500\"}]");
        whileAsked(
                2, () -> one.status("GET", tenant.path("/users/nobody"), ""), "ConnectorRequestsFail", "AwsCallsFail");
        upstream.faults("[{\"operation\": \"AdminGetUser\", \"error\": \"TooManyRequestsException\"}]");
        whileAsked(2, () -> one.status("GET", tenant.path("/users/nobody"), ""), "CognitoThrottles");
        upstream.reset();
    }

    private void whileAQuotaIsUsedUp() {
        Tenant poor = cluster.newApp(one, Map.of("UserRead", 2));
        whileAsked(7, () -> one.status("GET", poor.path("/users/nobody"), ""), "QuotaUsedUp", "CallersWaitForQuota");
    }

    private void whileTokensAreRefused() {
        upstream.faults("[{\"operation\": \"JWKS\", \"error\": \"HTTP_500\"}]");
        whileAsked(2, causes::showTokenOfUnknownKey, "IssuerKeysNotFetched");
        upstream.reset();
        whileAsked(2, () -> causes.showToken("nonsense"), "TokensRefused");
    }

    private void whileCredentialsEnd() {
        String strange = causes.newAppWithUnknownKeys();
        whileAsked(1, () -> one.status("GET", "/v1/apps/" + strange + "/users/nobody", ""), "AwsRefusesCredentials");
        upstream.faults("[{\"operation\": \"AssumeRole\", \"error\": \"HTTP_500\"}]");
        String roleless = causes.newAppWithRole();
        String ending = causes.newAppWithCertificate(Duration.ofSeconds(40));
        assertThat(one.status("GET", "/v1/apps/" + roleless + "/users/nobody", ""))
                .isEqualTo(503);
        awaitFiring("AppSessionNotRenewed", "AppCertificateEnds");
        awaitFiring("AppCertificateEnded");
        theDashboardIsAnswered();
        upstream.reset();
        causes.remove(strange, roleless, ending);
    }

    private void whileTheAuditTrailIsLocked() throws Exception {
        try (var lock = cluster.database().lock("audit_intent")) {
            assertThat(lock.isValid(1)).isTrue();
            whileAsked(
                    8,
                    () -> one.status("POST", tenant.path("/groups"), "{\"name\": \"g\"}"),
                    "DatabasePoolExhausted",
                    "AuditFailures");
        }
    }

    private void whileJobsStandStill() {
        upstream.faults("[{\"operation\": \"AdminCreateUser\", \"error\": \"HTTP_500\"}]");
        String job = tenant.upload(one, 50);
        awaitFiring("JobsStandStill");
        upstream.reset();
        tenant.ended(one, job, PATIENCE);
    }

    /** It is frozen with rows in hand, for longer than its lease. */
    private void whileAReplicaIsFrozen() {
        upstream.faults("[{\"operation\": \"AdminCreateUser\", \"latencyMs\": 1500}]");
        Tenant busy = cluster.newApp(one, Map.of());
        double before = other.metric("connector_jobs_rows_total");
        String job = busy.upload(one, 500);
        await().atMost(PATIENCE).until(() -> other.metric("connector_jobs_rows_total") > before);
        other.freeze();
        long frozen = System.nanoTime();
        awaitFiring("ConnectorDown");
        await().atMost(PATIENCE)
                .until(() -> System.nanoTime() - frozen > Duration.ofSeconds(8).toNanos());
        other.thaw();
        awaitFiring("JobRowsFenced");
        upstream.reset();
        busy.ended(one, job, PATIENCE);
    }

    /** Long enough for sweeps and looks that fail. */
    private void whileTheDatabaseIsAway() {
        cluster.database().stop();
        awaitFiring("ConnectorDatabaseAway", "CredentialsNotWatched");
        cluster.database().startAgain();
    }

    /** Prometheus takes each query of the dashboard for one, and all that do not look for trouble find something. */
    private void theDashboardIsAnswered() {
        assertThat(DeployedQueries.ofDashboard()).allSatisfy(query -> {
            String expression = query.expression()
                    .replace("$job", "cognito-connector")
                    .replace("$instance", ".*")
                    .replace("$__rate_interval", "10m");
            JsonNode found = prometheus.query(expression);
            assertThat(found.isArray()).as(expression).isTrue();
            assertThat(found).as("%s: %s", query.title(), expression).isNotEmpty();
        });
    }

    private void whileAsked(int callers, IntSupplier request, String... alerts) {
        try (Load load = Load.of(callers, request)) {
            load.goOn(1);
            awaitFiring(alerts);
        }
    }

    private void awaitFiring(String... alerts) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            fired.addAll(prometheus.firing());
            assertThat(prometheus.firing()).contains(alerts);
        });
    }
}
