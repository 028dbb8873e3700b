package io.github.cognitoconnector.embedded.cognito;

import io.github.cognitoconnector.embedded.cognito.account.OwnAddresses;
import io.github.cognitoconnector.embedded.cognito.account.OwnAttributes;
import io.github.cognitoconnector.embedded.cognito.account.OwnPassword;
import io.github.cognitoconnector.embedded.cognito.auth.AuthOperations;
import io.github.cognitoconnector.embedded.cognito.auth.OwnAccount;
import io.github.cognitoconnector.embedded.cognito.auth.Renewals;
import io.github.cognitoconnector.embedded.cognito.clock.AdjustableClock;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.HourlyAttempts;
import io.github.cognitoconnector.embedded.cognito.control.ControlDoor;
import io.github.cognitoconnector.embedded.cognito.control.Guard;
import io.github.cognitoconnector.embedded.cognito.control.Levers;
import io.github.cognitoconnector.embedded.cognito.control.Trouble;
import io.github.cognitoconnector.embedded.cognito.demo.DemoData;
import io.github.cognitoconnector.embedded.cognito.device.DeviceOperations;
import io.github.cognitoconnector.embedded.cognito.device.Devices;
import io.github.cognitoconnector.embedded.cognito.directory.Staleness;
import io.github.cognitoconnector.embedded.cognito.event.AccountEvents;
import io.github.cognitoconnector.embedded.cognito.event.AuthEvents;
import io.github.cognitoconnector.embedded.cognito.event.EventOperations;
import io.github.cognitoconnector.embedded.cognito.federation.FederatedSignIns;
import io.github.cognitoconnector.embedded.cognito.federation.LinkOperations;
import io.github.cognitoconnector.embedded.cognito.federation.ProviderChanges;
import io.github.cognitoconnector.embedded.cognito.federation.ProviderReading;
import io.github.cognitoconnector.embedded.cognito.group.GroupOperations;
import io.github.cognitoconnector.embedded.cognito.group.MembershipOperations;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.iam.CognitoCallers;
import io.github.cognitoconnector.embedded.cognito.iam.Gatekeeper;
import io.github.cognitoconnector.embedded.cognito.iam.Identities;
import io.github.cognitoconnector.embedded.cognito.iam.SessionIssue;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportJobs;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportOperations;
import io.github.cognitoconnector.embedded.cognito.importjob.ImportRun;
import io.github.cognitoconnector.embedded.cognito.importjob.Newcomers;
import io.github.cognitoconnector.embedded.cognito.importjob.UploadEndpoint;
import io.github.cognitoconnector.embedded.cognito.message.Outbox;
import io.github.cognitoconnector.embedded.cognito.mfa.PreferenceOperations;
import io.github.cognitoconnector.embedded.cognito.page.PageCaps;
import io.github.cognitoconnector.embedded.cognito.page.PageTokens;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.ClientOperations;
import io.github.cognitoconnector.embedded.cognito.pool.DomainOperations;
import io.github.cognitoconnector.embedded.cognito.pool.MfaOperations;
import io.github.cognitoconnector.embedded.cognito.pool.PoolOperations;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.ResourceServerOperations;
import io.github.cognitoconnector.embedded.cognito.pool.SchemaOperations;
import io.github.cognitoconnector.embedded.cognito.pool.TagOperations;
import io.github.cognitoconnector.embedded.cognito.recovery.ForgottenPassword;
import io.github.cognitoconnector.embedded.cognito.rolesanywhere.RolesAnywhereEndpoint;
import io.github.cognitoconnector.embedded.cognito.signup.AnotherCode;
import io.github.cognitoconnector.embedded.cognito.signup.Confirmation;
import io.github.cognitoconnector.embedded.cognito.signup.SignUp;
import io.github.cognitoconnector.embedded.cognito.sts.AssumeRole;
import io.github.cognitoconnector.embedded.cognito.sts.StsEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.ClientTokens;
import io.github.cognitoconnector.embedded.cognito.token.Issuers;
import io.github.cognitoconnector.embedded.cognito.token.KeyRing;
import io.github.cognitoconnector.embedded.cognito.token.KeySetEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.OpenIdEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.Renewal;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.token.TokenEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.UserTokens;
import io.github.cognitoconnector.embedded.cognito.user.AccountRemoval;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.user.AttributeChanges;
import io.github.cognitoconnector.embedded.cognito.user.CreateUser;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.NewUsers;
import io.github.cognitoconnector.embedded.cognito.user.UserAttributes;
import io.github.cognitoconnector.embedded.cognito.user.UserLifecycle;
import io.github.cognitoconnector.embedded.cognito.user.UserPasswords;
import io.github.cognitoconnector.embedded.cognito.user.UserReading;
import io.github.cognitoconnector.embedded.cognito.wire.AwsJsonEndpoint;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the rooms together; the only place that knows them all. */
final class Assembly {

    private final AdjustableClock clock = new AdjustableClock();
    private final Staleness staleness = new Staleness();
    private final Pools pools = new Pools(staleness);
    private final PageCaps caps = new PageCaps();
    private final Outbox outbox = new Outbox();
    private final Pages pages = new Pages(new PageTokens(clock), caps);
    private final Accounts accounts = new Accounts(pools, clock);
    private final Codes codes = new Codes(clock);
    private final Mailings mailings = new Mailings(outbox, codes, clock);
    private final HourlyAttempts attempts = new HourlyAttempts(clock);
    private final Sessions sessions = new Sessions(clock);
    private final AccountRemoval removal = new AccountRemoval(sessions, codes);
    private final Trouble trouble = Trouble.none();
    private final Guard guard = new Guard(trouble.quotas(), trouble.faults(), trouble.stats());
    private final ImportJobs importJobs = new ImportJobs(pools, clock);
    private final Issuers issuers;
    private final KeyRing keys;
    private final UserTokens userTokens;
    private final AccessTokens accessTokens;
    private final AuthEvents events = new AuthEvents(clock);
    private final Identities identities = new Identities();
    private final SessionIssue roleSessions = new SessionIssue(identities, clock);
    private final Gatekeeper gatekeeper = new Gatekeeper(identities, roleSessions, clock);

    private Assembly(Issuers issuers, Function<AdjustableClock, KeyRing> source) {
        this.issuers = issuers;
        this.keys = source.apply(clock);
        this.userTokens = new UserTokens(keys, issuers, clock);
        this.accessTokens = new AccessTokens(keys, sessions, pools, clock);
    }

    /** The application with its demo data; the keys go by the same clock as everything else. */
    static Application of(Issuers issuers, Function<AdjustableClock, KeyRing> keys) {
        Assembly assembly = new Assembly(issuers, keys);
        DemoData.load(assembly.pools, assembly.clock.instant());
        return assembly.application();
    }

    /** Every operation that is built, so that a test can compare their members with AWS's. */
    static List<Operation> declared() {
        Issuers nowhere = new Issuers(() -> 0);
        return new Assembly(nowhere, clock -> new KeyRing(clock, null, "")).operations();
    }

    private Application application() {
        Endpoint token = new TokenEndpoint(
                pools,
                new ClientTokens(keys, issuers, clock),
                new Renewal(pools, sessions, userTokens.atTokenEndpoint()));
        Application.Doors doors = new Application.Doors(
                new AwsJsonEndpoint(operations(), new CognitoCallers(gatekeeper), clock),
                token,
                new KeySetEndpoint(pools, keys),
                new OpenIdEndpoint(pools, issuers),
                new UploadEndpoint(importJobs),
                identity());
        Levers levers = new Levers(
                clock, new Levers.Lists(caps, staleness), keys, outbox, new FederatedSignIns(pools, clock), identities);
        return new Application(doors, guard, new ControlDoor(trouble, levers), clock);
    }

    private Application.Identity identity() {
        return new Application.Identity(
                new StsEndpoint(gatekeeper, new AssumeRole(gatekeeper, identities, roleSessions)),
                new RolesAnywhereEndpoint(identities, roleSessions, clock));
    }

    private List<Operation> operations() {
        return Stream.of(
                        poolOperations(),
                        federationOperations(),
                        userOperations(),
                        importOperations(),
                        groupOperations(),
                        authOperations(),
                        selfService(),
                        ownAccount(),
                        securityOperations())
                .flatMap(family -> family)
                .toList();
    }

    private Stream<Operation> poolOperations() {
        return Stream.of(
                        new PoolOperations(pools, pages, clock).operations(),
                        new SchemaOperations(pools, clock).operations(),
                        new MfaOperations(pools, clock).operations(),
                        new TagOperations(pools).operations(),
                        new DomainOperations(pools).operations(),
                        new ClientOperations(pools, pages, clock).operations(),
                        new ResourceServerOperations(pools, pages).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> federationOperations() {
        return Stream.of(new ProviderChanges(pools, clock).operations(), new ProviderReading(pools, pages).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> userOperations() {
        return Stream.of(
                        new CreateUser(accounts, mailings).operations(),
                        new UserReading(accounts, pages).operations(),
                        new UserAttributes(accounts, mailings).operations(),
                        new UserLifecycle(accounts, sessions, removal).operations(),
                        new UserPasswords(accounts, mailings, codes).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> importOperations() {
        ImportRun run = new ImportRun(importJobs, new Newcomers(accounts), () -> guard.fails("UserImportRow"));
        return new ImportOperations(pools, importJobs, run, pages, issuers).operations().stream();
    }

    private Stream<Operation> groupOperations() {
        return Stream.of(
                        new GroupOperations(pools, pages, clock).operations(),
                        new MembershipOperations(accounts, pages).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> authOperations() {
        return Stream.of(
                        new AuthOperations(
                                        pools,
                                        accounts,
                                        new AuthOperations.Issuing(sessions, userTokens, accessTokens),
                                        new AuthOperations.Traces(mailings, events),
                                        clock)
                                .operations(),
                        new Renewals(pools, new Renewal(pools, sessions, userTokens)).operations(),
                        new OwnAccount(pools, sessions, accessTokens).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> selfService() {
        return Stream.of(
                        new SignUp(pools, new NewUsers(accounts), mailings).operations(),
                        new Confirmation(pools, accounts, codes, attempts).operations(),
                        new AnotherCode(pools, mailings, attempts).operations(),
                        new ForgottenPassword(pools, accounts, mailings, codes, attempts).operations())
                .flatMap(List::stream)
                .map(new AccountEvents(pools, events)::noting);
    }

    private Stream<Operation> ownAccount() {
        return Stream.of(
                        new OwnPassword(accessTokens, accounts, codes, attempts).operations(),
                        new OwnAttributes(accessTokens, accounts, new AttributeChanges(mailings), removal).operations(),
                        new OwnAddresses(accessTokens, accounts, mailings, codes, attempts).operations())
                .flatMap(List::stream);
    }

    private Stream<Operation> securityOperations() {
        return Stream.of(
                        new PreferenceOperations(accounts, accessTokens).operations(),
                        new DeviceOperations(accounts, accessTokens, new Devices(accounts), pages).operations(),
                        new LinkOperations(accounts).operations(),
                        new EventOperations(accounts, events, pages).operations())
                .flatMap(List::stream);
    }
}
