package io.github.cognitoconnector.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** By what a replica tells that its schema is there, and whether it may change it. */
@QuarkusTest
class SchemaGrantsTest {

    @Inject
    ServiceRole role;

    @Inject
    Flyway flyway;

    @Test
    void everyTableIsGrantedForReading() {
        assertThat(role.readsAllTables())
                .as("a new table needs its grant in afterMigrate__grants.sql, or replicas wait for it in vain")
                .isTrue();
    }

    @Test
    void aTableThatIsNotYetGrantedIsWaitedFor() {
        Database.execute("create table not_granted (id int); alter table not_granted owner to connector_owner");
        try {
            assertThat(role.readsAllTables()).isFalse();
        } finally {
            Database.execute("drop table not_granted");
        }
    }

    @Test
    void theOwnerMayChangeTheSchema() {
        assertThat(SchemaOwner.isWhoever(flyway, false)).isTrue();
        Flyway service = Flyway.configure()
                .dataSource(flyway.getConfiguration().getUrl(), "connector", "")
                .load();
        assertThat(SchemaOwner.isWhoever(service, false)).isFalse();
        assertThat(SchemaOwner.isWhoever(service, true))
                .as("whoever is called so")
                .isFalse();
    }

    @Test
    void theRoleIsKnownWithoutItsPassword() {
        assertThat(role.configuredName()).isEqualTo(role.name());
    }
}
