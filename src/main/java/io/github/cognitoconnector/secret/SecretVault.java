package io.github.cognitoconnector.secret;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The secrets of apps, kept encrypted in the database. */
@ApplicationScoped
public class SecretVault {

    private final SecretRepository secrets;
    private final SecretCipher cipher;
    private final SecretKeyset keyset;

    SecretVault(SecretRepository secrets, SecretCipher cipher, SecretKeyset keyset) {
        this.secrets = secrets;
        this.cipher = cipher;
        this.keyset = keyset;
    }

    /**
     * Checks that secrets can be kept.
     *
     * @param pointer JSON pointer to what asks for it
     * @throws ProblemException {@code VALIDATION_FAILED} without a keyset from the operator
     */
    public void checkReady(String pointer) {
        if (!ready()) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED,
                    pointer + "/type",
                    "This service keeps no secrets, so that the type is DEFAULT or ASSUME_ROLE,"
                            + " until its operator sets connector.secrets.keyset.");
        }
    }

    /** Whether secrets can be kept, which takes a keyset from the operator. */
    public boolean ready() {
        return keyset.configured();
    }

    /**
     * Stores these in the place of whatever the app had, in the caller's transaction. The app's row is there by then.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} at {@code /type} if there is something to keep and no keyset
     */
    @Transactional
    public void replace(String appId, Map<SecretField, Secret> values) {
        if (!values.isEmpty()) {
            checkReady("");
        }
        List<SecretEntity> rows = values.entrySet().stream()
                .map(value -> sealed(appId, value.getKey(), value.getValue()))
                .toList();
        secrets.replace(appId, rows);
    }

    /**
     * The app's secrets in clear; empty if it has none. Call it outside of a transaction: a key that is not known yet
     * may take a look at the keyset, and so a call to AWS KMS.
     *
     * @throws ProblemException {@code INTERNAL} if one does not decrypt, which is logged with app, field and key id
     */
    public Map<SecretField, Secret> open(String appId) {
        Map<SecretField, Secret> opened = new EnumMap<>(SecretField.class);
        for (SecretEntity row : secrets.of(appId)) {
            String text = cipher.open(row)
                    .orElseThrow(() ->
                            ProblemException.of(ProblemType.INTERNAL, "The failure is logged under the trace id."));
            SecretField.of(row.field).ifPresent(field -> opened.put(field, new Secret(text)));
        }
        return opened;
    }

    /** How many secrets each key has encrypted, by the key's id. */
    public Map<Long, Long> countByKey() {
        return secrets.countByKey();
    }

    private SecretEntity sealed(String appId, SecretField field, Secret value) {
        SecretEntity row = new SecretEntity();
        row.appId = appId;
        row.field = field.property();
        cipher.seal(row, value.reveal());
        return row;
    }
}
