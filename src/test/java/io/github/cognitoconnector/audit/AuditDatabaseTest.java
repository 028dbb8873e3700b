package io.github.cognitoconnector.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database holds by itself, asked in plain SQL as the role that serves requests. */
@QuarkusTest
class AuditDatabaseTest {

    private static final String DENIED = "42501";

    private String app = "";

    @BeforeEach
    void makeAChain() {
        app = Trail.newApp().substring("/v1/apps/".length());
        Trail.mutate("/v1/apps/" + app, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set operation = 'x'",
                "delete from audit",
                "truncate audit",
                "update audit_head set seq = 0",
                "delete from audit_head",
                "truncate audit_head",
                "insert into audit_head (chain) values ('new')",
                "update audit_key set key = ''",
                "delete from audit_key",
                "truncate audit_intent",
                "alter table audit disable trigger all",
                "alter table audit disable row level security",
                "drop table audit",
                "drop function move_audit_head() cascade",
                "set session_replication_role = replica",
            })
    void theServiceCannotChangeWhatIsWritten(String sql) throws SQLException {
        try (Connection service = scoped("*");
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
        }
    }

    @Test
    void aScopeSeesItsOwnChainAlone() throws SQLException {
        assertThat(count("", "audit")).isZero();
        assertThat(count("another", "audit")).isZero();
        assertThat(count("", "audit_head")).isZero();
        assertThat(count("", "audit_intent")).isZero();
        assertThat(count(app, "audit")).isEqualTo(2);
        assertThat(count(app, "audit_head")).isEqualTo(1);
        assertThat(count("*", "audit")).isGreaterThan(2);
        try (Connection service = Database.as("connector");
                Statement statement = service.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from audit")) {
            rows.next();
            assertThat(rows.getLong(1)).as("nothing set").isZero();
        }
    }

    @Test
    void aRowOfAnotherAppIsRefused() throws SQLException {
        try (Connection service = scoped("another");
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute(copyOf(3)))
                    .hasMessageFindingMatch("row-level security|does not go on");
            service.rollback();
            assertThatThrownBy(() -> statement.execute("select * from lock_audit_head('" + app + "')"))
                    .hasMessageContaining("row-level security");
            service.rollback();
            assertThatThrownBy(() -> statement.execute(
                            "insert into audit_intent (id, chain, caller_kind, client_id, subject, operation, trace_id)"
                                    + " values (gen_random_uuid(), '" + app + "', '', '', '', '', '')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 100})
    void aRowComesBehindTheLastOneOrNotAtAll(int seq) throws SQLException {
        refuses(copyOf(seq), "does not go on");
    }

    @Test
    void aRowIsChainedToTheLastOneAndNeverDatedBack() throws SQLException {
        refuses(copyOf(3).replace("head.hash", "'forged'"), "does not go on");
        refuses(copyOf(3).replace("clock_timestamp()", "clock_timestamp() + interval '1 h'"), "does not go on");
        refuses(copyOf(3).replace("clock_timestamp()", "timestamptz '2020-01-01'"), "does not go on");
        try (Connection service = scoped(app);
                Statement statement = service.createStatement()) {
            assertThat(statement.executeUpdate(copyOf(3)))
                    .as("the same without forgery")
                    .isEqualTo(1);
            service.rollback();
        }
    }

    @Test
    void theServiceRemovesNothingThatIsNotTooOld() throws SQLException {
        try (Connection service = scoped(app);
                Statement statement = service.createStatement();
                ResultSet removed = statement.executeQuery("select remove_expired_audit('" + app + "', -1000, 1000)")) {
            removed.next();
            assertThat(removed.getLong(1)).isZero();
        }
        assertThat(count(app, "audit")).isEqualTo(2);
    }

    private void refuses(String sql, String message) throws SQLException {
        try (Connection service = scoped(app);
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining(message);
        }
    }

    /** A row like the chain's first one, in another place. */
    private String copyOf(int seq) {
        return "insert into audit (chain, seq, format, at, caller_kind, client_id, subject, operation, outcome, trace_id,"
                + " changed, new_values, previous_hash, hash) select '" + app + "', " + seq
                + ", 1, clock_timestamp(), '', '', '', '', 'FAILED', '', '{}', '{}', head.hash, 'x'"
                + " from audit_head head right join (select 1) one on head.chain = '" + app + "'";
    }

    private static long count(String scope, String table) throws SQLException {
        try (Connection service = scoped(scope);
                Statement statement = service.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection scoped(String app) throws SQLException {
        Connection service = Database.as("connector");
        service.setAutoCommit(false);
        try (Statement statement = service.createStatement()) {
            statement.execute("set connector.app = '" + app + "'");
        }
        service.commit();
        return service;
    }
}
