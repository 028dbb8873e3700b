package io.github.cognitoconnector.secret;

import static io.github.cognitoconnector.secret.SecretField.CERTIFICATE;
import static io.github.cognitoconnector.secret.SecretField.PRIVATE_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.Keysets;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretReencryptionTest {

    /** Three batches of 200 rows, the last of which is not full. */
    private static final int APPS = 225;

    private static final int SECRETS = 2 * APPS;

    @Inject
    SecretReencryption reencryption;

    @Inject
    SecretVault vault;

    @Inject
    SecretKeyset keyset;

    @Inject
    SecretRows rows;

    private String keysetBefore = "";
    private List<String> apps = List.of();

    @BeforeEach
    void storeSecrets() {
        rows.clear();
        keysetBefore = Keysets.current();
        keyset.refresh();
        apps = rows.newApps(APPS);
        apps.forEach(app ->
                vault.replace(app, Map.of(CERTIFICATE, new Secret("of " + app), PRIVATE_KEY, new Secret("key"))));
    }

    @AfterEach
    void putBack() {
        rows.clear();
        Keysets.restore(keysetBefore);
        keyset.refresh();
    }

    @Test
    void movesAllToThePrimaryKeyOnceSoThatTheOldOneCanGo() {
        assertThat(reencryption.run()).isEqualTo(new Reencryption(0, 0, 0));

        long primary = Keysets.addPrimary();
        assertThat(reencryption.run()).isEqualTo(new Reencryption(SECRETS, 0, 0));
        assertThat(vault.countByKey()).isEqualTo(Map.of(primary, (long) SECRETS));
        assertThat(reencryption.run()).isEqualTo(new Reencryption(0, 0, 0));

        Keysets.restore(Keysets.primaryAlone(Keysets.current()));
        keyset.refresh();
        assertThat(keyset.knows(Keysets.primaryOf(keysetBefore))).isFalse();
        assertThat(apps).allSatisfy(app -> assertThat(opened(app)).containsEntry(CERTIFICATE, "of " + app));
    }

    @Test
    void leavesWhatDoesNotDecryptAndGoesOn() {
        String broken = apps.get(APPS / 2);
        rows.update("update app_secret set ciphertext = '\\x00' where app_id = ? and field = 'privateKey'", broken);
        Keysets.addPrimary();
        try (CapturedLog logs = CapturedLog.of(SecretCipher.class)) {
            assertThat(reencryption.run()).isEqualTo(new Reencryption(SECRETS - 1, 1, 0));
            assertThat(logs.texts())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR The secret privateKey of app " + broken + " ");
        }
        assertThat(reencryption.run()).isEqualTo(new Reencryption(0, 1, 0));
    }

    @Test
    void aBatchOfBrokenRowsDoesNotHideTheRest() {
        rows.update("update app_secret set ciphertext = '\\x00' where field = 'certificate'");
        Keysets.addPrimary();
        assertThat(reencryption.run()).isEqualTo(new Reencryption(APPS, APPS, 0));
    }

    /** What another replica, or one that has crashed meanwhile, holds is passed over and left for the next run. */
    @Test
    void waitsForNobody() throws SQLException {
        Keysets.addPrimary();
        try (Connection other = rows.connection();
                PreparedStatement hold =
                        other.prepareStatement("select 1 from app_secret where app_id = ? for update")) {
            other.setAutoCommit(false);
            hold.setString(1, apps.getFirst());
            hold.executeQuery();
            assertThat(reencryption.run()).isEqualTo(new Reencryption(SECRETS - 2, 0, 2));
            other.rollback();
        }
        assertThat(reencryption.run()).isEqualTo(new Reencryption(2, 0, 0));
    }

    @Test
    void twoAtOnceShareTheWork() throws Exception {
        Keysets.addPrimary();
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Future<Reencryption> one = replicas.submit(reencryption::run);
            Future<Reencryption> other = replicas.submit(reencryption::run);
            assertThat(one.get().reencrypted() + other.get().reencrypted()).isEqualTo(SECRETS);
        }
        assertThat(reencryption.run()).isEqualTo(new Reencryption(0, 0, 0));
    }

    @Test
    void doesNotBringBackWhatWasReplacedMeanwhile() throws Exception {
        Keysets.addPrimary();
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Reencryption> run = others.submit(reencryption::run);
            Future<?> writes = others.submit(() ->
                    apps.forEach(app -> vault.replace(app, Map.of(CERTIFICATE, new Secret("new of " + app)))));
            writes.get();
            assertThat(run.get().unreadable()).isZero();
        }
        assertThat(apps).allSatisfy(app -> assertThat(opened(app)).isEqualTo(Map.of(CERTIFICATE, "new of " + app)));
    }

    private Map<SecretField, String> opened(String app) {
        return vault.open(app).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reveal()));
    }
}
