package io.github.cognitoconnector.audit;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Rows grow old. */
@QuarkusTest
class AuditRetentionTest {

    @Inject
    AuditRetention retention;

    @Test
    void whatIsOlderThanTheAppKeepsGoesAndTheRestIsStillAChain() throws SQLException {
        String app = Trail.newApp();
        String chain = app.substring("/v1/apps/".length());
        json(Tokens.platform(), "{\"audit\": {\"retentionDays\": 30}}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        Trail.mutate(app, 5);
        JsonPath before = Trail.verify(app + "/audit", "");
        String third = Trail.list(app + "/audit").getString("items.find { it.seq == 3 }.hash");
        age(chain, 3, 31);
        age(chain, 4, 29);

        retention.run();
        retention.run();

        JsonPath after = Trail.verify(app + "/audit", "");
        assertThat(Trail.list(app + "/audit").getList("items.seq")).containsExactly(6, 5, 4);
        assertThat(after.getInt("anchor.seq")).isEqualTo(3);
        assertThat(after.getString("anchor.hash")).isEqualTo(third);
        assertThat(after.getInt("rows")).isEqualTo(3);
        assertThat(after.getList("findings.kind"))
                .as("only what the test itself has dated back")
                .containsExactly("edited");
        assertThat(after.getString("last.hash")).isEqualTo(before.getString("last.hash"));
        String note = "?seq=3&hash=" + third;
        assertThat(Trail.verify(app + "/audit", note).getString("noted")).isEqualTo("matches");
        assertThat(Trail.verify(app + "/audit", "?seq=2&hash=" + third).getString("noted"))
                .isEqualTo("removed");
    }

    @Test
    void aChainOfWhichNothingIsLeftGoesOnWhereItEnded() throws SQLException {
        String app = Trail.newApp();
        String chain = app.substring("/v1/apps/".length());
        Trail.mutate(app, 2);
        age(chain, 2, 366);
        retention.run();
        assertThat(Trail.verify(app + "/audit", "").getBoolean("ok")).isTrue();

        Trail.mutate(app, 1);

        JsonPath found = Trail.verify(app + "/audit", "");
        assertThat(found.getBoolean("ok")).isTrue();
        assertThat(found.getInt("last.seq")).isEqualTo(3);
        assertThat(found.getInt("rows")).isEqualTo(1);
    }

    @Test
    void theChainOfARemovedAppIsKeptForThePlatformsTime() throws SQLException {
        String app = Trail.newApp();
        String chain = app.substring("/v1/apps/".length());
        json(Tokens.platform(), "{\"audit\": {\"retentionDays\": 1}}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
        as(Tokens.platform()).header("If-Match", "*").delete(app).then().statusCode(204);
        age(chain, 1, 366);
        age(chain, 2, 364);

        retention.run();

        assertThat(Trail.list(Trail.PLATFORM + "?appId=" + chain).getList("items.seq"))
                .containsExactly(2);
    }

    /** Dates back all rows up to one. */
    private static void age(String chain, int through, int days) throws SQLException {
        Trail.tamper("update audit set at = now() - interval '" + days + " days' where chain = '" + chain
                + "' and seq <= " + through + " and at > now() - interval '1 day'");
    }
}
