package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.security.Walker.Power;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.ServedApi;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the served document, asked by every kind of caller, with something of another app's at every place of
 * the request: nothing comes out, nothing is changed, and the app looks like one that does not exist.
 */
@QuarkusTest
class IsolationWalkTest {

    private static final Logger LOG = Logger.getLogger(IsolationWalkTest.class);

    private final WalkTable table = new WalkTable();
    private final List<Side> sides = new ArrayList<>();
    private List<Operation> operations = List.of();

    /** Reading comes first: what callers have tried to change may be told to them later on. */
    @BeforeEach
    void read() {
        operations = ServedApi.read().operations().stream()
                .sorted(Comparator.comparing(operation -> !operation.reads()))
                .toList();
    }

    @AfterEach
    void takeTheAppsOut() {
        Set<String> marks = sides.stream()
                .flatMap(side -> Stream.of(side.mark(), side.poolMark()))
                .collect(Collectors.toSet());
        Landscape.apps().stream()
                .filter(id -> marks.stream().anyMatch(id::contains))
                .forEach(id -> as(Tokens.platform())
                        .header("If-Match", "*")
                        .delete("/v1/apps/" + id)
                        .then()
                        .statusCode(204));
    }

    @Test
    void nothingOfAnotherAppComesOutOrIsChanged() throws InterruptedException, ExecutionException {
        assertThat(operations.stream().flatMap(o -> o.in("path").stream()).map(p -> p.name()))
                .as("plant something foreign for the new parameter, and a place for it")
                .isSubsetOf(Places.PLANTED);
        Side far = side(Landscape.inNewPool());
        // An app may list a client's id that another pool knows too.
        Side foreign = side(Landscape.inNewPool(), far.client());
        ForeignCursors cursors = new ForeignCursors(foreign);
        List<List<Walker>> walkers = new ArrayList<>(List.of(neighbours(foreign)));
        loners(far).forEach(walker -> walkers.add(List.of(walker)));
        walk(walkers, walker -> new Walk(walker, foreign, foreign.ghost(), cursors, table));

        LOG.info(table);
        assertThat(table.leaks()).isEmpty();
        Set<String> all = operations.stream().map(Operation::id).collect(Collectors.toSet());
        assertThat(walkers.stream().flatMap(List::stream))
                .hasSize(7)
                .allSatisfy(walker -> assertThat(table.operationsOf(walker.name()))
                        .as(walker.name())
                        .isEqualTo(all));
        assertThat(table.succeeded(Places.PLAIN))
                .as("what is asked is right but for what is foreign in it")
                .isEqualTo(all);
        assertThat(table.statuses(Places.TOGETHER))
                .as("headers that are unknown hide nothing from one another")
                .isEqualTo(table.statuses(Places.PLAIN));
        assertThat(cursors.missing()).as("lists of one page: plant more").isEmpty();
        assertThat(table.cells()).isGreaterThan(500);
    }

    /** The oracle can fail: whoever may see the app is found to see it, whatever he asks and wherever he puts it. */
    @Test
    void theWalkFindsWhatCanBeSeen() {
        Side far = side(Landscape.inNewPool());
        Side foreign = side(Landscape.inNewPool());
        List<Operation> reading = operations.stream()
                .filter(o -> o.reads() && (o.ofApp() || o.ofJob()))
                .toList();
        Walker platform = new Walker("platform", Optional.of(Tokens.platform()), far, Power.APP);
        Walk walk = new Walk(platform, foreign, foreign.ghost(), new ForeignCursors(foreign), table);
        reading.forEach(operation -> walk.ask(operation, operation.ofJob() ? Places.JOB : Places.APP));
        assertThat(table.leaks()).hasSizeGreaterThanOrEqualTo(reading.size());

        WalkTable ofList = new WalkTable();
        Walker himself = new Walker("himself", Optional.of(foreign.token()), far, Power.APP);
        Walk list = new Walk(himself, foreign, foreign.ghost(), new ForeignCursors(foreign), ofList);
        operations.stream()
                .filter(o -> o.id().equals("listApps"))
                .forEach(operation -> list.ask(operation, Places.PLAIN));
        assertThat(ofList.leaks()).anyMatch(leak -> leak.contains(foreign.secret()));
    }

    @Test
    void theWalkFindsWhatWasChanged() {
        Side foreign = side(Landscape.inNewPool());
        var before = Landscape.state(foreign, "fresh");
        assertThat(Landscape.state(foreign, "fresh")).isEqualTo(before);
        Cognito.sdk().adminDisableUser(r -> r.userPoolId(foreign.pool()).username(foreign.user()));
        var disabled = Landscape.state(foreign, "fresh");
        assertThat(disabled).isNotEqualTo(before);
        Landscape.change(foreign.appId(), foreign);
        assertThat(Landscape.state(foreign, "fresh")).isNotEqualTo(disabled);
    }

    /** Of the foreign app's own pool. */
    private List<Walker> neighbours(Side foreign) {
        var web = Cognito.newClient(foreign.pool());
        Side near = side(foreign.neighbour());
        Side operated = side(foreign.neighbour(), web.clientId());
        String operator =
                People.signIn(foreign.pool(), web, Landscape.OPERATORS).accessToken();
        return List.of(
                new Walker("client of another app of the pool", Optional.of(near.token()), near, Power.APP),
                new Walker("operator of another app of the pool", Optional.of(operator), operated, Power.APP),
                new Walker("client without scopes", Optional.of(near.token("")), near, Power.NONE),
                new Walker("nobody", Optional.empty(), near, Power.NONE));
    }

    private List<Walker> loners(Side far) {
        Side own = side(Landscape.inNewPool());
        Side ofPlatform = side(Landscape.inNewPool());
        return List.of(
                new Walker("own app's client", Optional.of(own.token()), own, Power.APP),
                new Walker("client of an app of another pool", Optional.of(far.token()), far, Power.APP),
                new Walker("platform", Optional.of(Tokens.platform()), ofPlatform, Power.EVERYTHING));
    }

    private Side side(Side planned, String... moreClients) {
        sides.add(planned);
        return Landscape.register(planned, moreClients);
    }

    /** Those of one pool go one after the other, since each sees what the others do there. */
    private void walk(List<List<Walker>> walkers, Function<Walker, Walk> walk)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(walkers.size())) {
            List<Future<?>> ways = new ArrayList<>();
            for (List<Walker> together : walkers) {
                ways.add(threads.submit(
                        () -> together.forEach(walker -> walk.apply(walker).through(operations))));
            }
            for (Future<?> way : ways) {
                way.get();
            }
        }
    }
}
