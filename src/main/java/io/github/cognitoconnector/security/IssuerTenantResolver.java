package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.PoolIssuer;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.SignatureAlgorithm;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One OIDC tenant for each known issuer, made when its first token arrives. A token of any other issuer gets no
 * tenant, is never verified, and fetches nothing.
 */
@ApplicationScoped
public class IssuerTenantResolver implements TenantConfigResolver {

    /** Clock skew between issuer and service that a token's times may show, in seconds. */
    private static final int SKEW_SECONDS = 30;

    /**
     * An unknown key id makes the key set be fetched again, at most this often. Until then a good token of a new key is
     * refused, so the time is short; Cognito serves key sets 50,000 times a second.
     */
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);

    private final KnownPools known;
    private final PoolIssuer issuers;
    private final Map<String, OidcTenantConfig> tenants = new ConcurrentHashMap<>();

    IssuerTenantResolver(KnownPools known, PoolIssuer issuers) {
        this.known = known;
        this.issuers = issuers;
    }

    /** Once a pool has its tenant, no more than a look-up: whether its clients are still listed is checked later on. */
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        // Of several, whoever stands before this service may have looked at another one than the first.
        List<String> sent = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        Optional<String> pool =
                sent.size() == 1 ? UnverifiedToken.issuer(sent.getFirst()).flatMap(issuers::poolOf) : Optional.empty();
        if (pool.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        OidcTenantConfig tenant = tenants.get(pool.get());
        return tenant != null
                ? Uni.createFrom().item(tenant)
                : context.runBlocking(() -> known.knows(pool.get()) ? newTenant(pool.get()) : null);
    }

    private OidcTenantConfig newTenant(String pool) {
        return tenants.computeIfAbsent(pool, p -> tenant(p, issuers.of(p)));
    }

    private static OidcTenantConfig tenant(String pool, String issuer) {
        return OidcTenantConfig.authServerUrl(issuer)
                .tenantId(pool)
                .clientId(pool)
                .discoveryEnabled(false)
                .jwksPath("/.well-known/jwks.json")
                .connectionTimeout(KeySetDeadline.DEADLINE)
                .followRedirects(false)
                .allowTokenIntrospectionCache(false)
                .token()
                .issuer(issuer)
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .requiredClaims("token_use", "access")
                .subjectRequired(true)
                .lifespanGrace(SKEW_SECONDS)
                .forcedJwkRefreshInterval(REFRESH_INTERVAL)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .jwks()
                .tryAll(false)
                .end()
                .build();
    }
}
