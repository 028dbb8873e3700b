package io.github.cognitoconnector.ops;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.app.CertificateEnds;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.CapturedLog.Line;
import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Metrics;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsWatchTest {

    private static final CertificateAuthority ROOT = CertificateAuthority.root("Test root", KeyKind.EC);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String ENDED = "2001-01-01T00:00:00Z";

    @Inject
    CredentialsWatch watch;

    @Inject
    AppService apps;

    @Inject
    Scheduler scheduler;

    private final String app = unique("app-");
    private final CapturedLog log = CapturedLog.of(CredentialsLog.class);

    /** Neither log nor database keep anything for other tests. */
    @AfterEach
    void cleanUp() throws SQLException {
        log.close();
        sql("delete from app where id like '" + app + "%'");
        watch.run();
    }

    @Test
    void aCertificateNearItsEndIsShownEverywhere() {
        watch.run();
        int before = health("certificatesNearEnd");
        double counted = expiring();

        Instant end = register(HOUR);
        watch.run();

        assertThat(health("certificatesNearEnd")).isEqualTo(before + 1);
        assertThat(expiring()).isEqualTo(counted + 1);
        assertThat(end(app)).isBetween(0.0, 3600.0);
        assertThat(healthApps()).contains(app);
        assertThat(log.lines(app))
                .containsExactly(new Line("WARN", "The certificate of app " + app + " ends at " + end + "."));
        as(Tokens.platform())
                .get("/v1/apps/" + app)
                .then()
                .body(
                        "credentials.warnings",
                        equalTo(List.of(Map.of(
                                "code", "certificate-expires", "detail", "The certificate ends at " + end + "."))));

        watch.run();
        assertThat(log.lines(app)).hasSize(1);
    }

    @Test
    void aCertificateThatHasEndedIsAnErrorAndTheServiceStaysUp() throws SQLException {
        register(HOUR);
        watch.run();
        int near = health("certificatesNearEnd");
        int ended = health("certificatesEnded");

        sql("update app set certificate_expires_at = '" + ENDED + "' where id = '" + app + "'");
        watch.run();

        assertThat(health("certificatesNearEnd")).isEqualTo(near - 1);
        assertThat(health("certificatesEnded")).isEqualTo(ended + 1);
        assertThat(end(app)).isNegative();
        assertThat(log.lines(app))
                .hasSize(2)
                .last()
                .isEqualTo(new Line("ERROR", "The certificate of app " + app + " ended at " + ENDED + "."));
        as(Tokens.platform())
                .get("/v1/apps/" + app)
                .then()
                .body("credentials.warnings.code", equalTo(List.of("certificate-expired")));
        given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void aCertificateThatEndsLaterIsShownNowhere() {
        watch.run();
        double counted = expiring();
        register(YEAR);
        watch.run();
        assertThat(expiring()).isEqualTo(counted);
        assertThat(shownIn(app)).isFalse();
        as(Tokens.platform()).get("/v1/apps/" + app).then().body("credentials", not(hasItem("warnings")));
    }

    @Test
    void aNewCertificateEndsTheWarnings() {
        register(HOUR);
        watch.run();
        assertThat(shownIn(app)).isTrue();

        choose(Choices.anywhere(ROOT.issue(Wish.endEntity("new", KeyKind.EC).valid(Instant.now(), later(YEAR)))));
        watch.run();
        assertThat(Metrics.tagValues("connector_credentials_end_seconds", "app"))
                .doesNotContain(app);
        assertThat(healthApps()).doesNotContain(app);
        assertThat(log.lines(app)).hasSize(1);

        choose(Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        watch.run();
        assertThat(log.lines(app)).hasSize(1);
    }

    @Test
    void neitherLivenessNorReadinessAsk() {
        for (String kind : List.of("live", "ready", "started")) {
            given().get("/q/health/" + kind).then().statusCode(200).body("checks.name", not(hasItem(CHECK)));
        }
        for (String path : List.of("/q/health", "/q/health/well")) {
            given().get(path).then().statusCode(200).body("checks.name", hasItem(CHECK));
        }
    }

    @Test
    void ofManyThoseAreListedThatEndFirst() throws SQLException {
        sql("""
            insert into app (id, name, user_pool_id, client_ids, allowed_groups, default_groups, role_mappings,
                default_roles, operator_groups, allowed_email_domains, message_action, credentials_type,
                credentials_version, created_at, updated_at, version, certificate_expires_at)
            select '%s-' || i, 'Test', 'us-east-1_demo', '{}', '{}', '{}', '{}', '{}', '{}', '{}', 'SUPPRESS', 'DEFAULT',
                1, now(), now(), 0, timestamptz '1990-01-01T00:00:00Z' + i * interval '1 second'
            from generate_series(1, 1100) i""".formatted(app));
        CertificateEnds ends = apps.certificatesEndingBefore(Instant.parse("1991-01-01T00:00:00Z"));
        assertThat(ends.count()).isEqualTo(1100);
        assertThat(ends.ended()).isGreaterThanOrEqualTo(1100);
        assertThat(ends.first()).hasSize(1000).isSortedAccordingTo(Comparator.comparing(CertificateEnds.End::endsAt));
        assertThat(ends.first().getFirst())
                .isEqualTo(new CertificateEnds.End(app + "-1", Instant.parse("1990-01-01T00:00:01Z")));

        watch.run();
        assertThat(health("certificatesEnded")).isGreaterThanOrEqualTo(1100);
        assertThat(healthApps()).hasSize(20).startsWith(app + "-1", app + "-2");
        assertThat(Metrics.tagValues("connector_credentials_end_seconds", "app"))
                .hasSize(100)
                .contains(app + "-100")
                .doesNotContain(app + "-101");
        assertThat(apps.certificatesEndingBefore(Instant.parse("1990-01-01T00:00:01Z")))
                .isEqualTo(new CertificateEnds(0, ends.ended(), List.of()));
    }

    @Test
    void whileTheDatabaseIsAwayTheLastThatIsKnownIsShownWithItsAge() throws SQLException {
        register(HOUR);
        watch.run();
        Instant takenAt = watch.snapshot().takenAt();
        try (CapturedLog complaints = CapturedLog.of(CredentialsWatch.class);
                Connection other = Database.asSuperuser();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table app in access exclusive mode");
            watch.run();
            watch.run();
            assertThat(complaints.lines()).hasSize(1).first().satisfies(line -> {
                assertThat(line.level()).isEqualTo("WARN");
                assertThat(line.text()).contains(String.valueOf(takenAt));
            });
            assertThat(watch.snapshot().takenAt()).isEqualTo(takenAt);
            assertThat(shownIn(app)).isTrue();
            assertThat(Metrics.value("connector_credentials_watch_age_seconds"))
                    .hasValueSatisfying(age -> assertThat(age).isPositive());
            other.rollback();

            watch.run();
            assertThat(complaints.lines())
                    .hasSize(2)
                    .last()
                    .extracting(Line::level)
                    .isEqualTo("INFO");
            assertThat(watch.snapshot().takenAt()).isAfter(takenAt);
        }
    }

    @Test
    void itRunsOnItsOwnSoonAfterTheStart() {
        Trigger job = scheduler.getScheduledJob("credentials-watch");
        await().untilAsserted(() -> assertThat(job.getPreviousFireTime()).isNotNull());
        assertThat(job.getNextFireTime()).isEqualTo(job.getPreviousFireTime().plus(1, ChronoUnit.DAYS));
    }

    private static final String CHECK = "Credentials of apps";

    /** An app whose certificate ends after this time. */
    private Instant register(Duration left) {
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["client"]}""".formatted(app)).post("/v1/apps").then().statusCode(201);
        Instant end = later(left);
        choose(Choices.anywhere(ROOT.issue(
                Wish.endEntity("shop", KeyKind.EC).valid(Instant.now().minus(HOUR), end))));
        return end;
    }

    private void choose(String choice) {
        json(Tokens.platform(), choice)
                .put("/v1/apps/" + app + "/credentials")
                .then()
                .statusCode(200);
    }

    /** Certificates know whole seconds. */
    private static Instant later(Duration left) {
        return Instant.now().plus(left).truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean shownIn(String app) {
        return Metrics.tagValues("connector_credentials_end_seconds", "app").contains(app)
                && healthApps().contains(app);
    }

    private static double expiring() {
        return Metrics.value("connector_credentials_expiring{kind=\"certificate\"")
                .orElseThrow();
    }

    private static double end(String app) {
        return Metrics.value("connector_credentials_end_seconds{app=\"" + app + "\",kind=\"certificate\"")
                .orElseThrow();
    }

    private static int health(String count) {
        return given().get("/q/health")
                .then()
                .body("checks.find { it.name == '" + CHECK + "' }.status", equalTo("UP"))
                .extract()
                .path("checks.find { it.name == '" + CHECK + "' }.data." + count);
    }

    private static List<String> healthApps() {
        String all = given().get("/q/health").path("checks.find { it.name == '" + CHECK + "' }.data.apps");
        return List.of(all.split(", "));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = Database.asSuperuser();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
