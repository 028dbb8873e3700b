package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.app.UserPoolId;
import io.github.cognitoconnector.quota.QuotaRepository.Row;
import io.github.cognitoconnector.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells how much of Cognito's quotas is used. */
@ApplicationScoped
public class QuotaService {

    private static final int MOST = 1000;
    private static final double TENTHS = 10;

    private final SecurityIdentity identity;
    private final QuotaRepository buckets;
    private final PoolAccounts accounts;
    private final Lanes lanes;

    QuotaService(SecurityIdentity identity, QuotaRepository buckets, PoolAccounts accounts, Lanes lanes) {
        this.identity = identity;
        this.buckets = buckets;
        this.accounts = accounts;
        this.lanes = lanes;
    }

    /** Of the accounts and regions of the caller's apps. */
    QuotaList list() {
        Caller caller = identity.getAttribute(Caller.ATTRIBUTE);
        Map<String, Integer> waiting = lanes.waiting();
        return new QuotaList(buckets.list(prefix(caller.appScope()), MOST).stream()
                .flatMap(row -> use(row, waiting.getOrDefault(row.name(), 0)))
                .toList());
    }

    /** All apps that an app's client may act on are of one pool. */
    private String prefix(AppScope scope) {
        return switch (scope) {
            case AppScope.Everything() -> "";
            case AppScope.ClientOf client -> {
                String pool = client.userPoolId();
                yield Bucket.prefix(accounts.of(pool), UserPoolId.region(pool));
            }
        };
    }

    private static Stream<QuotaUse> use(Row row, int waitingHere) {
        return Bucket.parts(row.name()).stream().map(name -> use(row, name, waitingHere));
    }

    private static QuotaUse use(Row row, List<String> name, int waitingHere) {
        String account = name.get(0);
        return new QuotaUse(
                account.equals(PoolAccounts.UNKNOWN) ? null : account,
                name.get(1),
                name.get(2),
                row.rate(),
                tenths(row.rate() * row.factor()),
                tenths(row.used()),
                row.backlog() + waitingHere,
                row.throttledAt());
    }

    private static double tenths(double rate) {
        return Math.round(rate * TENTHS) / TENTHS;
    }
}
