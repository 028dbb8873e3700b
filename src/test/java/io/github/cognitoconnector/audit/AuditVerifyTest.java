package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with the keys to the database changes what was written. */
@QuarkusTest
class AuditVerifyTest {

    private static final int ROWS = 6;

    private String trail = "";
    private String chain = "";

    @BeforeEach
    void makeAChain() {
        String app = Trail.newApp();
        Trail.mutate(app, ROWS);
        trail = app + "/audit";
        chain = app.substring("/v1/apps/".length());
    }

    @Test
    void anUntouchedChainIsWhole() {
        JsonPath found = Trail.verify(trail, "");
        assertThat(found.getBoolean("ok")).isTrue();
        assertThat(found.getInt("rows")).isEqualTo(ROWS);
        assertThat(found.getInt("last.seq")).isEqualTo(ROWS);
        assertThat(found.getString("last.hash")).isEqualTo(Trail.list(trail).getString("items[0].hash"));
        assertThat(found.getList("findings")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain = chain, format = 2",
                "at = at + interval '1 microsecond'",
                "caller_kind = 'PERSON'",
                "client_id = 'other'",
                "subject = 'other'",
                "operation = 'deleteUser'",
                "target = 'user:somebody'",
                "target = null",
                "part = null",
                "user_sub = ''",
                "outcome = 'FAILED'",
                "status = 405",
                "status = null",
                "problem = null",
                "trace_id = ''",
                "changed = '{a}'",
                "changed = '{a}', new_values = '{b}'",
                "previous_hash = previous_hash || ' '",
                "hash = reverse(hash)",
            })
    void anEditOfAnyColumnIsFound(String change) throws SQLException {
        Trail.tamper("update audit set " + change + " where chain = '" + chain + "' and seq = 3");

        JsonPath found = Trail.verify(trail, "");
        assertThat(found.getBoolean("ok")).as(change).isFalse();
        assertThat(found.getInt("findings[0].seq")).isEqualTo(3);
        assertThat(found.getString("findings[0].kind")).matches("edited|reordered");
    }

    @Test
    void anEditWithItsHashMadeAnewIsFoundAtTheNextRow() throws SQLException {
        Trail.tamper("update audit set hash = '" + "0".repeat(64) + "' where chain = '" + chain + "' and seq = 3");

        assertThat(Trail.verify(trail, "").getList("findings.seq")).containsExactly(3, 4);
        assertThat(Trail.verify(trail, "").getList("findings.kind")).containsExactly("edited", "unlinked");
    }

    @ParameterizedTest
    @CsvSource({"seq = 3, 3, 3", "seq in (3; 4), 3, 4", "seq = 1, 1, 1"})
    void deletedRowsAreFound(String where, int from, int through) throws SQLException {
        Trail.tamper("delete from audit where chain = '" + chain + "' and " + where.replace(';', ','));

        JsonPath found = Trail.verify(trail, "");
        assertThat(found.getList("findings.kind")).containsExactly("missing");
        assertThat(found.getInt("findings[0].seq")).isEqualTo(from);
        assertThat(found.getInt("findings[0].through")).isEqualTo(through);
    }

    @Test
    void reorderedRowsAreFound() throws SQLException {
        Trail.tamper("update audit set seq = 100 where chain = '" + chain + "' and seq = 3;"
                + "update audit set seq = 3 where chain = '" + chain + "' and seq = 4;"
                + "update audit set seq = 4 where chain = '" + chain + "' and seq = 100");

        JsonPath found = Trail.verify(trail, "");
        assertThat(found.getList("findings.kind")).containsExactly("reordered", "reordered", "unlinked");
        assertThat(found.getInt("findings[0].seq")).isEqualTo(3);
    }

    @Test
    void rowsCutOffAtTheEndAreFound() throws SQLException {
        Trail.tamper("delete from audit where chain = '" + chain + "' and seq > 4");

        JsonPath found = Trail.verify(trail, "");
        assertThat(found.getList("findings.kind")).containsExactly("truncated");
        assertThat(found.getInt("findings[0].seq")).isEqualTo(5);
        assertThat(found.getInt("findings[0].through")).isEqualTo(ROWS);
    }

    @Test
    void rowsCutOffTogetherWithTheHeadAreFoundByWhoHasNotedTheLastOne() throws SQLException {
        String note = note();
        assertThat(Trail.verify(trail, note).getString("noted")).isEqualTo("matches");
        Trail.tamper("delete from audit where chain = '" + chain + "' and seq > 4;"
                + "update audit_head set seq = 4, hash = (select hash from audit where chain = '" + chain
                + "' and seq = 4) where chain = '" + chain + "'");

        assertThat(Trail.verify(trail, "").getBoolean("ok"))
                .as("a shorter chain is a chain")
                .isTrue();
        JsonPath found = Trail.verify(trail, note);
        assertThat(found.getString("noted")).isEqualTo("missing");
        assertThat(found.getList("findings.kind")).containsExactly("truncated");
    }

    @Test
    void aChainWrittenAnewIsFoundByWhoHasNotedARow() throws SQLException {
        String note = note();
        Trail.tamper("delete from audit where chain = '" + chain + "'; delete from audit_head where chain = '" + chain
                + "'");
        Trail.mutate("/v1/apps/" + chain, ROWS);

        assertThat(Trail.verify(trail, "").getBoolean("ok")).isTrue();
        JsonPath found = Trail.verify(trail, note);
        assertThat(found.getBoolean("ok")).isFalse();
        assertThat(found.getString("noted")).isEqualTo("differs");
        assertThat(found.getList("findings.kind")).containsExactly("rewritten");
    }

    @Test
    void rowsBehindTheEndAreFound() throws SQLException {
        Trail.tamper("update audit_head set seq = 4, hash = (select hash from audit where chain = '" + chain
                + "' and seq = 4) where chain = '" + chain + "'");

        assertThat(Trail.verify(trail, "").getList("findings.kind")).containsExactly("added");
    }

    @Test
    void aMovedAnchorIsFound() throws SQLException {
        Trail.tamper("update audit_head set anchor_seq = 2, anchor_hash = '" + "0".repeat(64) + "' where chain = '"
                + chain + "'; delete from audit where chain = '" + chain + "' and seq <= 2");

        assertThat(Trail.verify(trail, "").getList("findings.kind")).containsExactly("unlinked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?seq=1", "?hash=00", "?seq=0&hash=%s", "?seq=x&hash=%s", "?seq=1&hash=x", "?seq=-1&hash=%s"})
    void aNoteIsANumberAndAHash(String query) {
        as(Tokens.platform())
                .get(trail + "/verify" + query.formatted("0".repeat(64)))
                .then()
                .spec(problem(400, "invalid-request"));
    }

    private String note() {
        JsonPath found = Trail.verify(trail, "");
        return "?seq=" + found.getString("last.seq") + "&hash=" + found.getString("last.hash");
    }
}
