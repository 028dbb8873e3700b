package io.github.cognitoconnector.embedded.cognito.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Attributes;
import io.github.cognitoconnector.embedded.cognito.directory.Group;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.IdentityProvider;
import io.github.cognitoconnector.embedded.cognito.pool.MfaSettings;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.pool.ResourceServer;
import io.github.cognitoconnector.embedded.cognito.pool.ResourceServer.Scope;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.UserPasswords;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two pools to try: {@code us-east-1_demo} with clients, groups and a user, {@code eu-west-1_other} with a client. */
public final class DemoData {

    private static final String SERVER = "connector";
    private static final List<String> APP_SCOPES =
            List.of("users.read", "users.write", "groups.read", "groups.write", "jobs.read", "jobs.write");
    private static final List<String> ALL_SCOPES = Stream.concat(
                    Stream.of("apps.admin", "audit.read"), APP_SCOPES.stream())
            .toList();
    private static final List<String> SIGN_IN_FLOWS =
            List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH");

    private final Pools pools;
    private final Instant now;

    private DemoData(Pools pools, Instant now) {
        this.pools = pools;
        this.now = now;
    }

    public static void load(Pools pools, Instant now) {
        DemoData data = new DemoData(pools, now);
        data.demo();
        data.other();
    }

    private void demo() {
        UserPool pool = pool(withFactors(poolSettings("us-east-1_demo", "demo", watched())));
        machine(pool, "localoperator", "localoperator-secret", ALL_SCOPES, List.of());
        machine(pool, "demoapp", "demoapp-secret", APP_SCOPES, SIGN_IN_FLOWS);
        client(
                pool,
                "demoweb",
                null,
                settings(
                        "demoweb",
                        List.of("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")));
        for (String group : List.of("demo", "demo-admins")) {
            pool.groups().put(new Group(group, new Group.Definition(null, null, null), now, now));
        }
        pool.memberships().join(ada(pool), "demo");
        pool.identityProviders().put(google());
    }

    /** Nobody signs in there, but users of it can be linked. */
    private IdentityProvider google() {
        Map<String, String> details =
                Map.of("client_id", "demo", "client_secret", "demo", "authorize_scopes", "openid email");
        return new IdentityProvider(
                "Google",
                "Google",
                new IdentityProvider.Definition(details, Map.of("email", "email"), List.of()),
                now,
                now);
    }

    private void other() {
        UserPool pool = pool(poolSettings("eu-west-1_other", "other", settings()));
        machine(pool, "otherapp", "otherapp-secret", APP_SCOPES, SIGN_IN_FLOWS);
    }

    private PoolSettings poolSettings(String id, String name, ObjectNode stated) {
        return PoolSettings.of(new PoolIdentity(id, name, now), stated);
    }

    /** Threat protection, which keeps sign-ins, and a sender of mails that carry codes. */
    private static ObjectNode watched() {
        ObjectNode stated = settings().put("UserPoolTier", "PLUS").put("MfaConfiguration", "OPTIONAL");
        stated.putObject("UserPoolAddOns").put("AdvancedSecurityMode", "AUDIT");
        stated.putObject("EmailConfiguration")
                .put("EmailSendingAccount", "DEVELOPER")
                .put("SourceArn", "arn:aws:ses:us-east-1:123456789012:identity/mail@example.com");
        return stated;
    }

    /** The second factors that need nothing but Cognito. */
    private static PoolSettings withFactors(PoolSettings pool) {
        ObjectNode factors = Json.object();
        factors.putObject("SoftwareTokenMfaConfiguration").put("Enabled", true);
        factors.putObject("EmailMfaConfiguration")
                .put("Message", "Your code is {####}")
                .put("Subject", "Your code");
        MfaSettings mfa = new MfaSettings(MfaSettings.Mode.OPTIONAL, false, factors);
        return new PoolSettings(
                pool.identity(),
                pool.schema(),
                pool.signIn(),
                new PoolSettings.Configuration(pool.policy(), mfa, pool.stated()),
                pool.modifiedAt());
    }

    private UserPool pool(PoolSettings settings) {
        UserPool pool = pools.add(settings);
        List<Scope> scopes =
                ALL_SCOPES.stream().map(scope -> new Scope(scope, scope)).toList();
        pool.resourceServers().put(new ResourceServer(SERVER, "Cognito Connector", scopes));
        return pool;
    }

    /** Whoever signs himself up is sent a code by mail. */
    private static ObjectNode settings() {
        ObjectNode settings = Json.object();
        settings.set("AutoVerifiedAttributes", Json.array(List.of("email")));
        return settings;
    }

    private void machine(UserPool pool, String id, String secret, List<String> scopes, List<String> flows) {
        ObjectNode settings = settings(id, flows).put("AllowedOAuthFlowsUserPoolClient", true);
        settings.set("AllowedOAuthFlows", Json.array(List.of("client_credentials")));
        settings.set(
                "AllowedOAuthScopes",
                Json.array(scopes.stream().map(scope -> SERVER + "/" + scope).toList()));
        client(pool, id, secret, settings);
    }

    private void client(UserPool pool, String id, @Nullable String secret, ObjectNode settings) {
        pools.add(AppClient.of(new AppClient.Identity(id, pool.id(), secret, now), settings));
    }

    private static ObjectNode settings(String name, List<String> flows) {
        ObjectNode settings = Json.object().put("ClientName", name).put("PreventUserExistenceErrors", "ENABLED");
        settings.set("ExplicitAuthFlows", Json.array(flows));
        return settings;
    }

    private User ada(UserPool pool) {
        User ada = User.of(
                new User.Identity(pool.users().nextSequence(), "ada", "2f9c1a5e-6d0b-4c1e-9a53-ada000001815", now),
                Attributes.of(Map.of("email", "ada@example.com", "email_verified", "true", "name", "Ada Lovelace")),
                UserPasswords.permanent(pool, "ada", "Ada-Lovelace-1815!"),
                now);
        pool.users().add(ada);
        return ada;
    }
}
