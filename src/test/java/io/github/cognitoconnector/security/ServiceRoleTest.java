package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.security.Rows.OWNER;
import static io.github.cognitoconnector.security.Rows.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role that serves requests owns nothing, and cannot loosen what holds it. */
@QuarkusTest
class ServiceRoleTest {

    private static final String DENIED = "42501";

    /** Tables that hold no row of an app, and why each needs no row-level security. */
    private static final Map<String, String> OF_NOBODY = Map.of(
            "change", "counts writes by topic; the service may only read it",
            "rate_bucket", "what callers may still ask, by a key that the service makes; a number",
            "turn", "whom somebody is changing at the moment, by pool and sub, whatever app he does it for",
            "quota_bucket",
                    "when Cognito can be asked next, by AWS account, region and category, or by pool and operation",
            "job_replica", "which replicas work on rows, and until when that is known",
            "pool_account", "which AWS account a pool is in, which all apps of the pool share",
            "audit_key", "what addresses in the audit trail are hashed with; the service may only read it",
            "flyway_schema_history", "which migrations ran; the service may only read it");

    @Test
    void everyOtherTableForcesRowSecurity() throws SQLException {
        try (Rows rows = Rows.as(SERVICE)) {
            assertThat(rows.query("""
                            select relname from pg_class where relnamespace = 'public'::regnamespace
                                and relkind in ('r', 'p', 'f') and not (relrowsecurity and relforcerowsecurity)"""))
                    .as("a new table has row-level security, or a reason here")
                    .containsExactlyInAnyOrderElementsOf(OF_NOBODY.keySet());
            assertThat(rows.query("""
                            select c.relname from pg_class c where relnamespace = 'public'::regnamespace and relrowsecurity
                                and not exists (select 1 from pg_policy p where p.polrelid = c.oid)""")).as("without a policy").isEmpty();
            assertThat(rows.query("""
                            select relname from pg_class where relnamespace = 'public'::regnamespace
                                and relkind in ('v', 'm')""")).as("views read as their owner").isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVICE, OWNER})
    void hasNoPowers(String role) throws SQLException {
        try (Rows rows = Rows.as(role)) {
            assertThat(rows.query("""
                            select rolsuper or rolbypassrls or rolcreaterole or rolreplication
                            from pg_roles where rolname = current_user""")).containsExactly("f");
            assertThat(rows.query("""
                            select 1 from pg_auth_members m join pg_roles r on r.oid = m.member
                            where r.rolname = current_user""")).as("roles that it could act as").isEmpty();
        }
    }

    /** What runs as the owner is what a role could become the owner by. */
    @Test
    void runsNothingAsTheOwnerButTheTrailsOwn() throws SQLException {
        try (Rows rows = Rows.as(SERVICE)) {
            assertThat(rows.query(
                            "select proname from pg_proc where prosecdef and has_function_privilege(oid, 'execute')"))
                    .containsExactlyInAnyOrder("lock_audit_head", "remove_expired_audit");
            assertThat(rows.query("select has_database_privilege(current_database(), 'temporary')"))
                    .containsExactly("f");
        }
    }

    @Test
    void ownsNothing() throws SQLException {
        try (Rows rows = Rows.as(SERVICE)) {
            assertThat(rows.query("""
                            select 'table ' || relname from pg_class where relowner = current_user::regrole
                            union all
                            select 'function ' || proname from pg_proc where proowner = current_user::regrole
                            union all
                            select 'schema ' || nspname from pg_namespace where nspowner = current_user::regrole
                            union all
                            select 'database ' || datname from pg_database where datdba = current_user::regrole""")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role connector_owner",
                "set session authorization connector_owner",
                "alter role connector bypassrls",
                "alter role connector superuser",
                "grant connector_owner to connector",
                "create table public.mine (id text)",
                "create function public.mine() returns int language sql as 'select 1'",
                "create view public.mine as select * from app",
                "create schema mine",
                "create policy mine on app using (true)",
                "create trigger mine after insert on app execute function count_change('app')",
                "alter policy app_rows on app using (true)",
                "drop policy app_rows on app",
                "alter table app disable row level security",
                "alter table app no force row level security",
                "alter table app owner to connector",
                "alter table app disable trigger app_change",
                "alter function count_change() owner to connector",
                "create or replace function public.count_change() returns trigger language plpgsql as 'begin end'",
                "truncate app cascade",
                "drop table app cascade",
                "insert into change values ('mine', 0)",
                "update change set count = 0",
                "delete from change",
                "update flyway_schema_history set success = true",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "delete from flyway_schema_history",
                "set session_replication_role = replica",
                "select pg_read_file('postgresql.conf')",
                "copy app to program 'cat'",
                "copy app to '/tmp/app'"
            })
    void cannotLoosenWhatHoldsIt(String sql) throws SQLException {
        try (Rows rows = Rows.as(SERVICE).ofApp("*")) {
            assertThat(rows.refusal(sql)).isEqualTo(DENIED);
        }
    }

    /** A query that asks for the whole table fails, rather than getting it. */
    @Test
    void cannotTurnRowSecurityOff() throws SQLException {
        try (Rows rows = Rows.as(SERVICE)) {
            rows.update("set local row_security = off");
            assertThat(rows.refusal("select id from app")).isEqualTo(DENIED);
        }
    }

    @Test
    void countsNoChangesByItself() throws SQLException {
        try (Rows rows = Rows.as(SERVICE)) {
            assertThat(rows.refusal("select count_change()")).isEqualTo("42501");
        }
    }
}
