package io.github.cognitoconnector.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Apps of one replica, the same but for their ids.
 *
 * @param paths of a user, by way of each app that is in use
 * @param asked how often
 */
record Apps(Replica replica, List<String> paths, AtomicInteger asked) {

    private static final String USER = "/users/known";
    private static final double MEBIBYTE = 1 << 20;

    /**
     * Registers the first through the API, and copies its row.
     *
     * @param inUse how many of those that are registered
     */
    static Apps on(Cluster cluster, Replica replica, Map<String, Integer> quotas, int registered, int inUse) {
        Tenant first = cluster.newApp(replica, quotas);
        first.create(replica, "known");
        cluster.database().execute("""
                insert into app
                select (jsonb_populate_record(app, jsonb_build_object('id', 'copy-' || number))).*
                from app, generate_series(2, %d) number where app.id = '%s'""".formatted(registered, first.id()));
        List<String> paths = new ArrayList<>(List.of(first.path(USER)));
        IntStream.rangeClosed(2, inUse)
                .mapToObj(number -> "/v1/apps/copy-" + number + USER)
                .forEach(paths::add);
        return new Apps(replica, paths, new AtomicInteger());
    }

    void read() {
        replica.get(paths.get(Math.floorMod(asked.getAndIncrement(), paths.size())));
    }

    /** In mebibytes, behind requests that have left garbage. */
    double heap() {
        Load.of(1, 0).millis(this::read);
        return replica.liveHeap() / MEBIBYTE;
    }
}
