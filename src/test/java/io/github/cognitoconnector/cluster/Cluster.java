package io.github.cognitoconnector.cluster;

import io.github.cognitoconnector.testing.Keysets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Replicas of the service on one PostgreSQL and one Cognito. */
final class Cluster implements AutoCloseable {

    /** Of the rows of replicas that are gone; the shortest that there is. */
    static final String SHORT_LEASE = "-Dconnector.jobs.lease=5S";

    private final AtomicInteger apps = new AtomicInteger();
    private final Upstream upstream = new Upstream();
    private final Postgres database = new Postgres();
    private final String keyset = Keysets.fresh().replaceAll("\\s", "");
    private final List<Replica> replicas = new ArrayList<>();
    private final String token = upstream.token();

    Upstream upstream() {
        return upstream;
    }

    Postgres database() {
        return database;
    }

    /** Starts a further replica; blocks until it is ready. */
    Replica start(String... options) {
        return launch(options).awaitReady();
    }

    /** Starts a further replica, and does not wait for it. */
    Replica launch(String... options) {
        return launch(Replica::artifact, options);
    }

    /** @param command the command line that starts it with such options */
    Replica launch(UnaryOperator<List<String>> command, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database.url(),
                "-Dconnector.platform.user-pool-id=us-east-1_demo",
                "-Dconnector.platform.client-ids=localoperator",
                "-Dconnector.cognito.endpoint=" + upstream.endpoint(),
                "-Dquarkus.cognito-user-pools.aws.credentials.type=static",
                "-Dquarkus.cognito-user-pools.aws.credentials.static-provider.access-key-id=embedded",
                "-Dquarkus.cognito-user-pools.aws.credentials.static-provider.secret-access-key=embedded",
                "-Dconnector.secrets.keyset=" + keyset,
                "-Dquarkus.shutdown.delay=0S"));
        all.addAll(List.of(options));
        Replica replica = Replica.launch(command, all, token);
        replicas.add(replica);
        return replica;
    }

    /**
     * Registers an app with a pool of its own and no groups.
     *
     * @param quotas requests a second by category
     */
    Tenant newApp(Replica replica, Map<String, Integer> quotas) {
        Tenant tenant = new Tenant("app-" + apps.incrementAndGet(), upstream.newPool(), upstream);
        String limits = quotas.entrySet().stream()
                .map(quota -> "\"%s\": %d".formatted(quota.getKey(), quota.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        replica.json("POST", "/v1/apps", """
                {"id": "%s", "name": "App", "userPoolId": "%s", "clientIds": ["nobody"], "quotas": %s}""".formatted(tenant.id(), tenant.pool(), limits), 201);
        return tenant;
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        database.close();
        upstream.close();
    }
}
