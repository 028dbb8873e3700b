package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.DatabaseDump;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads the database learns nothing of the people whom jobs are about. */
@QuarkusTest
class JobSecrecyTest {

    private final String username = unique("secret-user-");
    private final String email = unique("secret-mail-") + "@example.com";
    private final String password = unique("Secret-Password-");
    private OwnApp app = OwnApp.NONE;

    @Inject
    DatabaseDump dump;

    @BeforeEach
    void register() {
        app = OwnApp.register();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        app.remove();
    }

    @Test
    void rowsAreSealedWhileTheyWaitAndWhenTheyHaveEnded() throws SQLException {
        String id = Jobs.held(
                app,
                app.token(),
                "username,email,groups,temporaryPassword\n%1$s,%2$s,,%3$s\n%1$s-2,%2$s,nobodys,%3$s\n%1$s,%2$s,,%3$s\n"
                        .formatted(username, email, password));
        nothingIsToldIn(dump.tables());
        Cognito.reset();
        assertThat(Jobs.ended(app.token(), id).getInt("outcomes.rejected")).isEqualTo(2);
        nothingIsToldIn(dump.tables());
        for (String secret : List.of(username, email, password)) {
            assertThat(dump.filesWith(secret)).as(secret).isEmpty();
        }
    }

    @Test
    void soAreOperations() throws SQLException {
        String id = Jobs.started(
                json(app.token(), """
                        {"operations": [{"op": "disableUser", "user": "%1$s"}, {"op": "updateUser", "user": "email:%2$s",
                         "attributes": {"name": "%3$s"}}]}""".formatted(username, email, password)).post(app.path() + "/bulk"));
        nothingIsToldIn(dump.tables());
        assertThat(Jobs.ended(app.token(), id).getInt("outcomes.rejected")).isEqualTo(2);
        assertThat(Jobs.results(app.token(), id, ""))
                .extracting(row -> row.getString("key"))
                .contains(username);
        nothingIsToldIn(dump.tables());
        as(app.token()).get("/v1/jobs/" + id).then().statusCode(200);
    }

    private void nothingIsToldIn(String tables) {
        assertThat(tables).contains(app.id()).doesNotContain(username, email, password);
    }
}
