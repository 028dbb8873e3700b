package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.security.Rows.OWNER;
import static io.github.cognitoconnector.security.Rows.SERVICE;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database keeps apart what the service might confuse: asked in plain SQL, past all that the service checks. */
@QuarkusTest
class RowSecurityTest {

    private static final String DENIED = "42501";
    private static final String POOL = "us-east-1_demo";

    private static final String PROTECTED = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relrowsecurity and has_table_privilege(oid, 'select') order by relname""";

    private static final String COPY = """
            insert into app select (jsonb_populate_record(app, jsonb_build_object('id', ?::text))).* from app where id = ?""";

    private final String client = "client" + unique("");
    private final String one = unique("rows-");
    private final String another = unique("rows-");

    @Inject
    DataSource pooled;

    @Inject
    EntityManager database;

    @Inject
    RowScope scope;

    @BeforeEach
    void register() {
        for (String id : List.of(one, another)) {
            json(Tokens.platform(), """
                            {"id": "%s", "name": "Rows", "userPoolId": "%s", "clientIds": ["%s"], "credentials": %s}""".formatted(
                                    id,
                                    POOL,
                                    id.equals(one) ? client : "another",
                                    Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")))
                    .post("/v1/apps")
                    .then()
                    .statusCode(201);
        }
    }

    @AfterEach
    void remove() {
        for (String id : List.of(one, another)) {
            as(Tokens.platform())
                    .header("If-Match", "*")
                    .delete("/v1/apps/" + id)
                    .then()
                    .statusCode(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICE, OWNER})
    void whoSaysNothingSeesNoRowOfAnyTable(String role) throws SQLException {
        try (Rows rows = Rows.as(role)) {
            List<String> tables = rows.query(PROTECTED);
            assertThat(tables).contains("app", "app_secret", "revocation");
            for (String table : tables) {
                assertThat(rows.query("select 1 from " + table)).as(table).isEmpty();
            }
            rows.ofClient("", "").ofApp("");
            for (String table : tables) {
                assertThat(rows.query("select 1 from " + table)).as(table).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICE, OWNER})
    void anAppSeesItsOwnRowsAlone(String role) throws SQLException {
        try (Rows rows = Rows.as(role).ofApp(one)) {
            assertThat(rows.query("select id from app")).containsExactly(one);
            List<String> tables = rows.query("""
                    select relname from pg_class c join pg_attribute a on attrelid = c.oid and attname = 'app_id'
                    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                        and has_table_privilege(c.oid, 'select')""");
            assertThat(tables).contains("app_secret");
            for (String table : tables) {
                assertThat(rows.query("select distinct app_id from " + table))
                        .as(table)
                        .isSubsetOf(one);
            }
            assertThat(rows.query("select app_id from app_secret")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICE, OWNER})
    void anAppWritesItsOwnRowsAlone(String role) throws SQLException {
        try (Rows rows = Rows.as(role).ofApp(one)) {
            assertThat(rows.update("update app set name = 'taken' where id = ?", another))
                    .isZero();
            assertThat(rows.update("delete from app where id = ?", another)).isZero();
            assertThat(rows.update("update app_secret set key_id = 0 where app_id = ?", another))
                    .isZero();
            assertThat(rows.update("delete from app_secret where app_id = ?", another))
                    .isZero();
            assertThat(rows.update("update app set name = 'mine'")).isOne();
            assertThat(rows.refusal(COPY, unique("rows-"), one)).isEqualTo(DENIED);
            assertThat(rows.refusal("insert into app_secret values (?, 'field', 0, '')", another))
                    .isEqualTo(DENIED);
            assertThat(rows.refusal("update app_secret set app_id = ?", another))
                    .isEqualTo(DENIED);
            assertThat(rows.refusal("update app set id = ?", unique("rows-"))).isEqualTo(DENIED);
            assertThat(rows.update("delete from app")).isOne();
        }
    }

    @Test
    void aClientSeesRegistrationsThatListItAndWritesNothing() throws SQLException {
        try (Rows rows = Rows.as(SERVICE).ofClient(POOL, client)) {
            assertThat(rows.query("select id from app")).containsExactly(one);
            assertThat(rows.query("select 1 from app_secret")).isEmpty();
            assertThat(rows.update("update app set name = 'taken'")).isZero();
            assertThat(rows.update("delete from app")).isZero();
            assertThat(rows.refusal(COPY, unique("rows-"), one)).isEqualTo(DENIED);
            assertThat(rows.refusal("insert into app_secret values (?, 'field', 0, '')", one))
                    .isEqualTo(DENIED);
            rows.ofClient("eu-west-1_other", client);
            assertThat(rows.query("select id from app")).isEmpty();
            rows.ofClient("", client);
            assertThat(rows.query("select id from app")).isEmpty();
            rows.ofClient(POOL, "");
            assertThat(rows.query("select id from app")).isEmpty();
        }
    }

    @Test
    void aPoolSeesItsOwnRevocationsAlone() throws SQLException {
        String revoke = "insert into revocation values (?, ?, now())";
        try (Rows rows = Rows.as(SERVICE).ofApp("*")) {
            rows.update(revoke, POOL, "mine");
            rows.update(revoke, "eu-west-1_other", "theirs");
            rows.ofClient(POOL, client);
            assertThat(rows.query("select distinct user_pool_id from revocation"))
                    .containsExactly(POOL);
            assertThat(rows.refusal(revoke, "eu-west-1_other", "more")).isEqualTo(DENIED);
            rows.ofApp(one);
            assertThat(rows.query("select 1 from revocation")).isEmpty();
            assertThat(rows.refusal(revoke, POOL, "more")).isEqualTo(DENIED);
        }
    }

    @Test
    void whatWasSaidEndsWithTheTransaction() throws SQLException {
        try (Rows rows = Rows.of(pooled.getConnection()).ofApp("*")) {
            assertThat(rows.query("select id from app")).contains(one, another);
            rows.commit();
            assertThat(rows.query("select id from app")).isEmpty();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            scope.everything();
            assertThat(apps()).isNotEmpty();
        });
        try (Rows rows = Rows.of(pooled.getConnection())) {
            assertThat(rows.query("select id from app")).isEmpty();
            assertThat(rows.query("select 1 where current_setting('connector.app', true) <> ''"))
                    .isEmpty();
        }
    }

    @Test
    void aTransactionOfTheServiceThatSaysNothingSeesNothing() throws Exception {
        assertThat(within(this::apps)).isEmpty();
        assertThat(within(() -> {
                    scope.app(one);
                    return apps();
                }))
                .containsExactly(one);
        assertThat(within(() -> {
                    scope.client(POOL, client);
                    return apps();
                }))
                .containsExactly(one);
        assertThat(within(this::apps)).isEmpty();
    }

    /** What stands for all apps can be the name of none. */
    @Test
    void noAppIsCalledEverything() throws SQLException {
        json(Tokens.platform(), """
                        {"id": "*", "name": "All", "userPoolId": "us-east-1_demo", "clientIds": ["demoapp"]}""").post("/v1/apps").then().spec(problem(422, "validation-failed"));
        for (String token : List.of(Tokens.platform(), Tokens.demo())) {
            for (String all : List.of("*", "%2A", "''")) {
                as(token).get("/v1/apps/" + all + "/users").then().spec(problem(404, "app-not-found"));
            }
        }
        try (Rows rows = Rows.as(OWNER).ofApp("*")) {
            assertThat(rows.refusal(COPY, "*", one)).isEqualTo("23514");
        }
    }

    private static List<String> within(Callable<List<String>> transaction) {
        return QuarkusTransaction.requiringNew().call(transaction);
    }

    private List<String> apps() {
        return database.unwrap(Session.class)
                .createNativeQuery("select id from app", String.class)
                .getResultList();
    }
}
