package io.github.cognitoconnector.secret;

import static io.github.cognitoconnector.secret.SecretField.ACCESS_KEY_ID;
import static io.github.cognitoconnector.secret.SecretField.CERTIFICATE;
import static io.github.cognitoconnector.secret.SecretField.PRIVATE_KEY;
import static io.github.cognitoconnector.secret.SecretField.SECRET_ACCESS_KEY;
import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.CapturedLog;
import io.github.cognitoconnector.testing.Keysets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecretVaultTest {

    private static final String CANARY = "canary-ü-" + "x".repeat(40);

    @Inject
    SecretVault vault;

    @Inject
    SecretKeyset keyset;

    @Inject
    SecretRows rows;

    private String keysetBefore = "";

    @BeforeEach
    void remember() {
        rows.clear();
        keysetBefore = Keysets.current();
    }

    @AfterEach
    void putBack() {
        rows.clear();
        Keysets.restore(keysetBefore);
        keyset.refresh();
    }

    @Test
    void opensWhatWasStoredLast() {
        String app = rows.newApp();
        String other = rows.newApp();
        assertThat(vault.open(app)).isEmpty();

        store(app, Map.of(ACCESS_KEY_ID, "AKIA", SECRET_ACCESS_KEY, CANARY));
        store(other, Map.of(PRIVATE_KEY, ""));
        assertThat(opened(app)).isEqualTo(Map.of(ACCESS_KEY_ID, "AKIA", SECRET_ACCESS_KEY, CANARY));
        assertThat(opened(other)).isEqualTo(Map.of(PRIVATE_KEY, ""));

        store(app, Map.of(CERTIFICATE, "certificate"));
        assertThat(opened(app)).isEqualTo(Map.of(CERTIFICATE, "certificate"));

        store(app, Map.of());
        assertThat(vault.open(app)).isEmpty();
        assertThat(opened(other)).isEqualTo(Map.of(PRIVATE_KEY, ""));
    }

    @Test
    void theCallersTransactionDecides() {
        String app = rows.newApp();
        store(app, Map.of(CERTIFICATE, "first"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    store(app, Map.of(CERTIFICATE, "second"));
                    assertThat(opened(app)).isEqualTo(Map.of(CERTIFICATE, "second"));
                    store(app, Map.of(CERTIFICATE, "third"));
                    assertThat(opened(app)).isEqualTo(Map.of(CERTIFICATE, "third"));
                    throw new IllegalStateException("changed our mind");
                }))
                .hasMessageContaining("changed our mind");
        assertThat(opened(app)).isEqualTo(Map.of(CERTIFICATE, "first"));
    }

    @Test
    void clearTextIsNowhereInTheTable() {
        String app = rows.newApp();
        store(app, Map.of(SECRET_ACCESS_KEY, CANARY));
        assertThat(rows.query("select s::text from app_secret s where app_id = ?", app))
                .singleElement()
                .asString()
                .contains(app)
                .contains(String.valueOf(Keysets.primaryOf(Keysets.current())))
                .doesNotContain("canary")
                .doesNotContain(HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameTextTwiceGivesTwoCiphertexts() {
        String app = rows.newApp();
        store(app, Map.of(SECRET_ACCESS_KEY, CANARY, ACCESS_KEY_ID, CANARY));
        assertThat(rows.query("select ciphertext::text from app_secret where app_id = ?", app))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesCiphertextsOfAnotherApp() {
        String app = rows.newApp();
        String other = rows.newApp();
        store(app, Map.of(PRIVATE_KEY, CANARY));
        store(other, Map.of(PRIVATE_KEY, CANARY));
        int swapped = rows.update("""
                update app_secret s set ciphertext = o.ciphertext from app_secret o
                where o.app_id <> s.app_id and o.field = s.field""");
        assertThat(swapped).isEqualTo(2);
        assertUnreadable(app, "privateKey");
        assertUnreadable(other, "privateKey");
    }

    @Test
    void refusesCiphertextsOfAnotherField() {
        String app = rows.newApp();
        store(app, Map.of(PRIVATE_KEY, CANARY, CERTIFICATE, CANARY));
        rows.update("""
                update app_secret set ciphertext = (select ciphertext from app_secret
                where app_id = ? and field = 'certificate') where app_id = ? and field = 'privateKey'""", app, app);
        assertUnreadable(app, "privateKey");
    }

    /** How the key was made known, its id, the initialization vector, the text, the tag. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 17, 30})
    void refusesAChangedByte(int at) {
        String app = rows.newApp();
        store(app, Map.of(CERTIFICATE, CANARY));
        rows.update("update app_secret set ciphertext = set_byte(ciphertext, ?, get_byte(ciphertext, ?) # 1)", at, at);
        assertUnreadable(app, "certificate");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 32})
    void refusesACutCiphertext(int length) {
        String app = rows.newApp();
        store(app, Map.of(CERTIFICATE, CANARY));
        rows.update("update app_secret set ciphertext = substring(ciphertext from 1 for ?)", length);
        assertUnreadable(app, "certificate");
    }

    @Test
    void refusesWhatAKeyThatIsGoneEncrypted() {
        String app = rows.newApp();
        long gone = Keysets.addPrimary();
        keyset.refresh();
        store(app, Map.of(CERTIFICATE, CANARY));
        Keysets.restore(keysetBefore);
        keyset.refresh();
        assertThat(assertUnreadable(app, "certificate")).contains(String.valueOf(gone));
    }

    @Test
    void aNewPrimaryKeyDisturbsNobody() throws Exception {
        List<String> apps = rows.newApps(4);
        apps.forEach(app -> store(app, Map.of(PRIVATE_KEY, app)));
        AtomicBoolean rotated = new AtomicBoolean();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (String app : apps) {
                calls.add(callers.submit(() -> readAndWriteUntil(rotated, app)));
            }
            long primary = 0;
            for (int i = 0; i < 5; i++) {
                primary = Keysets.addPrimary();
                keyset.refresh();
            }
            rotated.set(true);
            for (Future<Integer> call : calls) {
                assertThat(call.get()).isPositive();
            }
            assertThat(rows.query("select distinct key_id from app_secret")).contains(String.valueOf(primary));
        }
    }

    /** Ends with one round under the last key. */
    private int readAndWriteUntil(AtomicBoolean rotated, String app) {
        int rounds = 0;
        boolean last = false;
        while (!last) {
            last = rotated.get();
            assertThat(opened(app)).isEqualTo(Map.of(PRIVATE_KEY, app));
            store(app, Map.of(PRIVATE_KEY, app));
            rounds++;
        }
        return rounds;
    }

    @Test
    void theRunningServiceSeesANewKeyByItself() {
        long primary = Keysets.addPrimary();
        await().atMost(Duration.ofSeconds(20)).until(() -> keyset.knows(primary));
    }

    /** @return what was logged */
    private String assertUnreadable(String app, String field) {
        try (CapturedLog logs = CapturedLog.of(SecretCipher.class)) {
            ProblemException refusal = refusal(() -> vault.open(app));
            assertThat(refusal.type()).isEqualTo(ProblemType.INTERNAL);
            assertThat(refusal.detail()).isEqualTo("The failure is logged under the trace id.");
            assertThat(refusal).hasNoCause();
            assertThat(logs.texts())
                    .singleElement()
                    .asString()
                    .matches("ERROR The secret " + field + " of app " + app + " does not decrypt; key id [0-9]+\\.");
            return logs.texts().getFirst();
        }
    }

    private void store(String app, Map<SecretField, String> texts) {
        vault.replace(
                app,
                texts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Secret(entry.getValue()))));
    }

    private Map<SecretField, String> opened(String app) {
        return vault.open(app).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().reveal()));
    }
}
