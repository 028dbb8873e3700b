package io.github.cognitoconnector.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Which AWS account a pool is in: its quotas are the account's. Learnt from Cognito when somebody reads the pool, kept in the
 * database for all replicas, and remembered for good, since a pool never moves.
 */
@ApplicationScoped
public class PoolAccounts {

    /** The account of pools whose account is not known yet: those of a region share one quota. */
    static final String UNKNOWN = "-";

    private static final Logger LOG = Logger.getLogger(PoolAccounts.class);

    private static final int POOLS = 10_000;
    private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private static final String FIND = "select account from pool_account where user_pool_id = ?";
    private static final String LEARN = "insert into pool_account values (?, ?) on conflict do nothing";

    private final Sql sql;
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(POOLS).build();
    private final Cache<String, String> unknown = Caffeine.newBuilder()
            .maximumSize(POOLS)
            .expireAfterWrite(UNKNOWN_FOR)
            .build();

    PoolAccounts(Sql sql) {
        this.sql = sql;
    }

    /** The account, or {@code -}; one query by index where it is not remembered. Fails in no way. */
    String of(String userPoolId) {
        String account = known.getIfPresent(userPoolId);
        if (account == null) {
            account = unknown.getIfPresent(userPoolId);
        }
        return account == null ? find(userPoolId) : account;
    }

    /** Cognito says that the pool is in the account. Anything that is no account is let be. Fails in no way. */
    public void learn(String userPoolId, String account) {
        if (!ACCOUNT.matcher(account).matches() || Objects.equals(known.getIfPresent(userPoolId), account)) {
            return;
        }
        try {
            sql.update(LEARN, List.of(userPoolId, account));
            known.put(userPoolId, account);
            unknown.invalidate(userPoolId);
        } catch (IllegalStateException e) {
            LOG.warnf("The account of a pool could not be kept: %s", e.getCause());
        }
    }

    private String find(String userPoolId) {
        String account = UNKNOWN;
        try {
            account = sql.query(FIND, List.of(userPoolId), row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IllegalStateException e) {
            LOG.debugf("The account of a pool could not be looked up: %s", e.getCause());
        }
        (account.equals(UNKNOWN) ? unknown : known).put(userPoolId, account);
        return account;
    }
}
