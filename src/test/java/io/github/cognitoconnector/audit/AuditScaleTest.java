package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.newUser;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long chain, and what a row costs. */
@QuarkusTest
@Tag("scale")
class AuditScaleTest {

    private static final Logger LOG = Logger.getLogger(AuditScaleTest.class);
    private static final int ROWS = 100_000;
    private static final int BATCH = 1000;
    private static final long MILLION = 1_000_000;

    @Inject
    AuditTrail trail;

    @Test
    void aLongChainIsVerifiedAndEachTamperingIsFound() throws SQLException {
        String app = Trail.newApp();
        String chain = app.substring("/v1/apps/".length());
        fill(chain);
        long start = System.nanoTime();
        JsonPath whole = Trail.verify(app + "/audit", "");
        LOG.infof("%d rows verified in %d ms", ROWS, (System.nanoTime() - start) / MILLION);
        assertThat(whole.getBoolean("ok")).isTrue();
        assertThat(whole.getInt("rows")).isEqualTo(ROWS);

        start = System.nanoTime();
        String last = as(Tokens.platform())
                .get(app + "/audit/export")
                .asString()
                .lines()
                .reduce("", (a, b) -> b);
        LOG.infof("%d rows exported in %d ms", ROWS, (System.nanoTime() - start) / MILLION);
        assertThat(last).isEqualTo("{\"end\":true,\"count\":" + ROWS + "}");

        String of = " where chain = '" + chain + "' and seq ";
        finds(app, "update audit set subject = 'x'" + of + "= 50000", "edited", 50_000);
        Trail.tamper("update audit set subject = 'demoapp'" + of + "= 50000");
        finds(
                app,
                "update audit set seq = 0" + of + "= 70000; update audit set seq = 70000" + of
                        + "= 70001; update audit set seq = 70001" + of + "= 0",
                "reordered",
                70_000);
        Trail.tamper("update audit set seq = 0" + of + "= 70000; update audit set seq = 70000" + of
                + "= 70001; update audit set seq = 70001" + of + "= 0");
        assertThat(Trail.verify(app + "/audit", "").getBoolean("ok")).isTrue();
        finds(app, "delete from audit" + of + "= 30000", "missing", 30_000);
        finds(app, "delete from audit" + of + "> 99990", "truncated", 99_991);
    }

    /** What intent and row take of a whole request, which is measured beside them in turns. */
    @Test
    void whatTheTrailCostsAMutation() {
        String user = newUser();
        long audited = 0;
        long trailAlone = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long request = time(() -> as(Tokens.platform())
                    .put(DEMO + "/users/" + user + "/groups/demo")
                    .then()
                    .statusCode(204));
            long writing = time(this::beginAndEnd);
            if (round > 0) {
                audited += request;
                trailAlone += writing;
            }
        }
        double ratio = (double) audited / (audited - trailAlone);
        LOG.infof(
                "A membership: %d us, of which the trail takes %d us; with audit against without %.2f",
                each(audited), each(trailAlone), ratio);
        assertThat(ratio).isLessThan(4);
    }

    private void beginAndEnd() {
        AuditEntry entry = entry(0);
        Begun begun = new Begun(
                UUID.randomUUID(), "demo", entry.caller(), entry.operation(), entry.target(), entry.traceId());
        trail.begin(begun);
        trail.append(entry, "demo", begun.id());
    }

    private static final int TIMES = 100;
    private static final int ROUNDS = 6;

    private static long each(long nanos) {
        return nanos / 1000 / TIMES / (ROUNDS - 1);
    }

    private static long time(Runnable command) {
        long start = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            command.run();
        }
        return System.nanoTime() - start;
    }

    private static void finds(String app, String tampering, String kind, int seq) throws SQLException {
        Trail.tamper(tampering);
        JsonPath found = Trail.verify(app + "/audit", "");
        List<Integer> seqs = found.getList("findings.findAll { it.kind == '" + kind + "' }.seq");
        assertThat(seqs).as(kind).contains(seq);
        LOG.infof("%s found at %s", kind, seqs);
    }

    /** As the service would write it, without waiting for each row. */
    private static void fill(String chain) throws SQLException {
        String sql = "insert into audit (" + AuditRows.COLUMNS + ") values (?" + ", ?".repeat(18) + ")";
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        ChainEnd end = ChainEnd.START;
        Trail.execute(
                Database.asSuperuser(),
                "insert into audit_head (chain) values ('" + chain + "') on conflict do nothing");
        try (Connection connection = Database.asSuperuser();
                Statement setAll = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            setAll.execute("set connector.app = '*'");
            connection.setAutoCommit(false);
            for (int i = 1; i <= ROWS; i++) {
                AuditRow row = AuditRow.next(chain, end, at, entry(i));
                end = row.end();
                bind(insert, AuditRows.columns(row));
                insert.addBatch();
                if (i % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static void bind(PreparedStatement insert, List<@Nullable Object> columns) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i);
            insert.setObject(
                    i + 1,
                    value instanceof String[] texts
                            ? insert.getConnection().createArrayOf("varchar", texts)
                            : value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                new AuditedCaller("CLIENT", "demoapp", "demoapp"),
                "addUserToGroup",
                new Target("user:user-" + number % 1000, "group:demo", null),
                Outcome.SUCCEEDED,
                204,
                null,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                List.of());
    }
}
