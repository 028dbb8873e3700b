package io.github.cognitoconnector.security;

import io.github.cognitoconnector.security.Place.Step;
import io.github.cognitoconnector.security.WalkTable.Cell;
import io.github.cognitoconnector.security.Walker.Power;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.RawHttp.Answer;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One caller's way through every operation, reaching for an app that is not his and, step by step, in the same way for one
 * that does not exist. What differs, or tells of the foreign app what was not asked for, is a leak.
 */
final class Walk {

    /** Positions in lists are encrypted anew for each answer, AWS numbers its own, and quotas are used all the time. */
    private static final String ONCE = "(cursor=|\"nextCursor\":\"|\"requestId\":\"|\"used\":|\"waiting\":)[\\w.-]+";

    /** Cognito makes up the keys of devices, also of those that callers have made for them. */
    private static final String DEVICE = "[\\w-]+_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final int TRIES = 3;

    private final Walker walker;
    private final Side foreign;
    private final Side ghost;
    private final Place.Cursors cursors;
    private final WalkTable table;

    Walk(Walker walker, Side foreign, Side ghost, Place.Cursors cursors, WalkTable table) {
        this.walker = walker;
        this.foreign = foreign;
        this.ghost = ghost;
        this.cursors = cursors;
        this.table = table;
    }

    /** Every operation at every place, and whether the foreign side is as it was then. */
    void through(List<Operation> operations) {
        String others = "fresh-" + foreign.poolMark();
        Map<String, String> before = Landscape.state(foreign, others);
        for (Operation operation : operations) {
            for (Place place : Places.of(operation, walker.samePool(foreign))) {
                if (!(place.outside() && walker.platform())) {
                    ask(operation, place);
                }
            }
            if (walker.acts() && operation.ofJob()) {
                Work.clear(walker.own().appId());
            }
        }
        Map<String, String> after = Landscape.state(foreign, others);
        if (!after.equals(before)) {
            table.leak(new Cell("(all)", walker.name(), "state"), before + " became " + after);
        }
    }

    /** Asks once for both apps; a difference that stays when asked again is one. */
    void ask(Operation operation, Place place) {
        Cell cell = new Cell(operation.id(), walker.name(), place.name());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < TRIES && (i == 0 || !wrong.isEmpty()); i++) {
            wrong = tried(operation, place, cell);
        }
        table.ran(cell);
        wrong.forEach(leak -> table.leak(cell, leak));
        if (!wrong.isEmpty() && place.equals(Places.TOGETHER)) {
            Places.UNKNOWN_HEADERS.forEach(header -> ask(operation, header));
        }
    }

    private List<String> tried(Operation operation, Place place, Cell cell) {
        if (place.equals(Places.KEY) && operation.takes("header", Places.IDEMPOTENCY)) {
            useTheKey(operation);
        }
        Request request = request(operation, place, foreign);
        Answer answer = RawHttp.send(request);
        table.answered(cell, answer.status());
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= 500) {
            wrong.add("fails: " + answer);
        }
        told(request, operation, answer).ifPresent(wrong::add);
        if (!walker.platform()) {
            Request twin = request(operation, place, ghost);
            compare(operation, place, new Pair(request, answer), new Pair(twin, RawHttp.send(twin)))
                    .ifPresent(wrong::add);
        }
        return wrong;
    }

    /** The foreign app's client does with the key what the caller will try with it. */
    private void useTheKey(Operation operation) {
        Walker himself = new Walker("himself", Optional.of(foreign.token()), foreign, Power.APP);
        RawHttp.send(himself.plain(operation).saying(Places.IDEMPOTENCY, foreign.appId()));
    }

    private record Pair(Request request, Answer answer) {}

    private Request request(Operation operation, Place place, Side side) {
        Walker asking = place.outside() ? walker.idle() : walker;
        return place.change().put(asking.plain(operation), new Step(operation, walker.own(), side, cursors));
    }

    /** What the answer says of the foreign app that it may not say: its secrets, and its names unless they were sent. */
    private Optional<String> told(Request request, Operation operation, Answer answer) {
        if (walker.platform() && !operation.ofApp()) {
            return Optional.empty();
        }
        boolean samePool = walker.samePool(foreign);
        List<String> forbidden = new ArrayList<>(foreign.secrets(samePool));
        String sent = request.toString();
        foreign.names(samePool).stream().filter(name -> !sent.contains(name)).forEach(forbidden::add);
        return forbidden.stream().filter(answer::holds).findFirst().map(name -> "tells " + name + ": " + answer);
    }

    private Optional<String> compare(Operation operation, Place place, Pair real, Pair none) {
        Answer was = neutral(real);
        Answer wouldBe = neutral(none);
        boolean volatileBody = was.good() && !operation.reads();
        boolean same = volatileBody
                ? was.status() == wouldBe.status()
                        && was.headers().keySet().equals(wouldBe.headers().keySet())
                : was.equals(wouldBe);
        if (!same) {
            return Optional.of("differs: " + was + " is not " + wouldBe);
        }
        if (place.outside() && real.answer.good()) {
            return Optional.of("lets in: " + was);
        }
        boolean found = walker.token().isPresent()
                && ((place.equals(Places.APP) && isNot("app-not-found", was))
                        || (place.equals(Places.JOB) && isNot("job-not-found", was)));
        return found ? Optional.of("is not the answer for nothing: " + was) : Optional.empty();
    }

    /** Those that he makes for each request are called otherwise each time. */
    private String ownJobs() {
        return walker.own().appId() + "\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    }

    private static boolean isNot(String code, Answer answer) {
        return answer.status() != 404 || !answer.holds(code);
    }

    /** Without what differs from request to request: names made for it, and cursors. */
    private Answer neutral(Pair asked) {
        return asked.answer.reworded(text -> foreign.renamed(
                        text.replaceAll(walker.fresh() + "[0-9a-f]+", "fresh").replaceAll(ownJobs(), "job"), ghost)
                .replaceAll(ONCE, "$1")
                .replaceAll(DEVICE, "device"));
    }
}
