package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.database.Chores;
import io.github.cognitoconnector.database.SchemaReady;
import io.github.cognitoconnector.secret.SecretKeyset;
import io.github.cognitoconnector.secret.SecretVault;
import io.github.cognitoconnector.secret.SecretsConfig;
import io.github.cognitoconnector.secret.UnusableKeysetException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jboss.logging.Logger;

/**
 * Whether the service can read what it has encrypted: the keyset is looked at before the database is touched, and
 * against the database's secrets when the schema is up to date. What must not be goes to the error output as one
 * sentence, and the process ends with code 1.
 */
@ApplicationScoped
class SecretsAtStart {

    /** Behind what makes a keyset for development, before the database. */
    private static final int BEFORE_THE_DATABASE = SchemaMigration.PRIORITY / 2;

    private static final Logger LOG = Logger.getLogger(SecretsAtStart.class);

    private final SecretKeyset keyset;
    private final SecretVault vault;
    private final SecretsConfig config;

    SecretsAtStart(SecretKeyset keyset, SecretVault vault, SecretsConfig config) {
        this.keyset = keyset;
        this.vault = vault;
        this.config = config;
    }

    void readKeyset(@Observes @Priority(BEFORE_THE_DATABASE) StartupEvent start) {
        try {
            keyset.load();
        } catch (UnusableKeysetException e) {
            throw cannotStart(e.sentence());
        }
    }

    /**
     * Before anything is begun.
     *
     * @throws ConfigurationException in one sentence, if none of the secrets can be read
     */
    void compare() {
        Map<Long, Long> secrets = vault.countByKey();
        refusal(secrets, keyset::knows).ifPresent(sentence -> {
            throw cannotStart(sentence);
        });
        complaint(secrets, keyset::knows).ifPresent(LOG::error);
    }

    void start(@Observes SchemaReady event, Chores chores) {
        chores.every(config.reloadInterval(), "keyset", this::refresh);
    }

    /** A keyset that came while the service runs stays even if it lacks keys: perhaps the secrets are not all written anew yet. */
    private void refresh() {
        if (keyset.refresh()) {
            complaint(vault.countByKey(), keyset::knows).ifPresent(LOG::error);
        }
    }

    /** Why the service does not start: it would take up the secrets' place with a keyset that reads none of them. */
    static Optional<String> refusal(Map<Long, Long> secretsByKey, LongPredicate known) {
        boolean readsNone = secretsByKey.keySet().stream().noneMatch(known::test);
        return secretsByKey.isEmpty() || !readsNone
                ? Optional.empty()
                : Optional.of("set connector.secrets.keyset to the keyset that encrypted the " + sum(secretsByKey)
                        + " secrets in the database; their key ids are " + new TreeMap<>(secretsByKey).keySet() + ".");
    }

    /** What is said of secrets that cannot be read, while others can. */
    static Optional<String> complaint(Map<Long, Long> secretsByKey, LongPredicate known) {
        Map<Long, Long> unreadable = new TreeMap<>(secretsByKey);
        unreadable.keySet().removeIf(known::test);
        return unreadable.isEmpty()
                ? Optional.empty()
                : Optional.of("connector.secrets.keyset lacks keys: " + sum(unreadable)
                        + " secrets cannot be read; their key ids are " + unreadable.keySet() + ".");
    }

    private static long sum(Map<Long, Long> secretsByKey) {
        return secretsByKey.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Printed without a stack trace by the framework. */
    private static ConfigurationException cannotStart(String reason) {
        return new ConfigurationException("Cognito Connector cannot start: " + reason);
    }
}
