package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.aws.AwsCalls;
import io.github.cognitoconnector.aws.AwsConfig;
import io.github.cognitoconnector.aws.AwsTransport;
import io.github.cognitoconnector.aws.ServiceCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** What an app's calls are signed with: each choice as a provider of credentials, sessions renewed as they end. */
@ApplicationScoped
public class AppCredentials {

    /** A request waits a little longer than the call takes at most, so that it learns why the call failed. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ServiceCredentials own;
    private final Sts sts;
    private final RolesAnywhereClient rolesAnywhere;
    private final AwsTransport transport;
    private final Clock clock;
    private final Map<String, Set<AppSessions>> open = new ConcurrentHashMap<>();

    AppCredentials(
            ServiceCredentials own, Sts sts, RolesAnywhereClient rolesAnywhere, AwsTransport transport, Clock clock) {
        this.own = own;
        this.sts = sts;
        this.rolesAnywhere = rolesAnywhere;
        this.transport = transport;
        this.clock = clock;
    }

    /** One for all apps. */
    @Produces
    @Singleton
    static RolesAnywhereClient rolesAnywhereClient(
            AwsConfig config, AwsTransport transport, AwsCalls calls, Clock clock) {
        return new RolesAnywhereClient(config, transport::http, calls, clock);
    }

    /**
     * What credentials are for: sessions are limited to the user pool and carry the app's name.
     *
     * @param version of the app's credentials
     */
    public record Purpose(String appId, int version, String region, String userPoolId) {}

    /**
     * Costs nothing until it is used; whoever has done with it says so by {@link #close}.
     *
     * @param caller who makes a call, asked at every call
     */
    public IdentityProvider<? extends AwsCredentialsIdentity> provider(
            CredentialChoice choice, Purpose purpose, Supplier<String> caller) {
        return switch (choice) {
            case CredentialChoice.DefaultChain() -> own.provider();
            case CredentialChoice.StaticKeys keys ->
                StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        keys.accessKeyId().reveal(), keys.secretAccessKey().reveal()));
            case CredentialChoice.AssumeRole role -> opened(purpose, assumeRole(role, purpose, caller));
            case CredentialChoice.RolesAnywhere anywhere -> opened(purpose, rolesAnywhere(anywhere, purpose));
        };
    }

    /** The sessions that this version of the app's credentials has on this replica. */
    List<RenewingSession.Holding> sessions(String appId, int version) {
        return open.getOrDefault(appId, Set.of()).stream()
                .filter(sessions -> sessions.version() == version)
                .flatMap(sessions -> sessions.holdings().stream())
                .toList();
    }

    /** The sessions that the app uses on this replica. */
    List<RenewingSession.Holding> sessions(String appId) {
        return open.getOrDefault(appId, Set.of()).stream()
                .flatMap(sessions -> sessions.holdings().stream())
                .toList();
    }

    /** The apps that have sessions on this replica. */
    List<String> appsWithSessions() {
        return List.copyOf(open.keySet());
    }

    /** AWS refused a call with these credentials; if they are a session, it is replaced in a while. */
    public void suspect(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        if (provider instanceof AppSessions sessions) {
            sessions.suspect();
        }
    }

    /** Forgets the sessions that the provider holds, if it is one of sessions. */
    public void close(String appId, IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        if (provider instanceof AppSessions sessions) {
            open.computeIfPresent(appId, (app, all) -> {
                all.remove(sessions);
                return all.isEmpty() ? null : all;
            });
        }
    }

    private AppSessions opened(Purpose purpose, AppSessions sessions) {
        open.compute(purpose.appId(), (app, all) -> {
            Set<AppSessions> more = all == null ? ConcurrentHashMap.newKeySet() : all;
            more.add(sessions);
            return more;
        });
        return sessions;
    }

    /** A session for each caller, so that CloudTrail tells who it was. */
    private AppSessions assumeRole(CredentialChoice.AssumeRole role, Purpose purpose, Supplier<String> caller) {
        SessionAttempts attempts = new SessionAttempts(transport.deadline(), clock);
        String policy = SessionPolicy.forPool(role.roleArn(), purpose.region(), purpose.userPoolId());
        return new AppSessions(
                purpose.version(),
                caller,
                who -> renewing(
                        purpose,
                        () -> attempts.make(() ->
                                sts.assumeRole(role, purpose.region(), SessionName.of(purpose.appId(), who), policy))));
    }

    /** One session: a profile takes no name for it unless it is told to. */
    private AppSessions rolesAnywhere(CredentialChoice.RolesAnywhere anywhere, Purpose purpose) {
        return new AppSessions(
                purpose.version(), () -> "", who -> renewing(purpose, () -> rolesAnywhere.create(anywhere)));
    }

    private RenewingSession renewing(Purpose purpose, Supplier<Session> source) {
        return new RenewingSession(
                "app " + purpose.appId(),
                source,
                clock,
                transport.workers(),
                transport.deadline().plus(GRACE));
    }
}
