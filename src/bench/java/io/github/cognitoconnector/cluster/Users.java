package io.github.cognitoconnector.cluster;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** Users of one pool, read and created through the service and by the SDK alone. */
final class Users {

    private static final String KNOWN = "known";

    private final AtomicInteger created = new AtomicInteger();
    private final Upstream upstream;
    private final Replica replica;
    private final Tenant tenant;

    Users(Upstream upstream, Replica replica, Tenant tenant) {
        this.upstream = upstream;
        this.replica = replica;
        this.tenant = tenant;
        tenant.create(replica, KNOWN);
    }

    /**
     * The same, in two ways.
     *
     * @param through the service
     * @param direct by the SDK's own call from this process
     */
    record Operation(String name, Runnable through, Runnable direct) {}

    List<Operation> operations() {
        return List.of(
                new Operation("read", this::readThrough, this::readDirectly),
                new Operation("create", this::createThrough, this::createDirectly));
    }

    /** @param latency of Cognito, in milliseconds */
    void slowDown(int latency) {
        upstream.faults("""
                [{"operation": "AdminGetUser", "latencyMs": %1$d}, {"operation": "AdminCreateUser", "latencyMs": %1$d}]""".formatted(latency));
    }

    private void readThrough() {
        replica.get(tenant.path("/users/" + KNOWN));
    }

    private void readDirectly() {
        upstream.sdk().adminGetUser(r -> r.userPoolId(tenant.pool()).username(KNOWN));
    }

    private void createThrough() {
        tenant.create(replica, next());
    }

    private void createDirectly() {
        upstream.sdk()
                .adminCreateUser(r -> r.userPoolId(tenant.pool())
                        .username(next())
                        .temporaryPassword("Correct-Horse-42")
                        .messageAction(MessageActionType.SUPPRESS));
    }

    private String next() {
        return Tenant.username(created.incrementAndGet());
    }
}
