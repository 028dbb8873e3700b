package io.github.cognitoconnector.security;

import io.github.cognitoconnector.security.Walker.Power;
import io.github.cognitoconnector.testing.RawHttp;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Positions in the lists of one side, got by whoever may have them; everybody else's are made up, and so are those of what has
 * no pages and can only be broken off.
 */
final class ForeignCursors implements Place.Cursors {

    private static final String MADE_UP = "A".repeat(120);

    private final Side side;
    private final Map<String, String> found = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    ForeignCursors(Side side) {
        this.side = side;
    }

    @Override
    public String of(Operation operation, Side asked) {
        return asked.equals(side) && operation.takes("query", "limit")
                ? found.computeIfAbsent(operation.id(), id -> find(operation))
                : MADE_UP;
    }

    /** Lists that nobody got a cursor for. */
    Set<String> missing() {
        return missing;
    }

    private String find(Operation operation) {
        return Stream.of(side.token(), Tokens.platform())
                .map(token -> firstPage(operation, token))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> {
                    missing.add(operation.id());
                    return MADE_UP;
                });
    }

    private Optional<String> firstPage(Operation operation, String token) {
        Walker walker = new Walker("himself", Optional.of(token), side, Power.APP);
        Request request = walker.plain(operation).asking("limit", "1");
        RawHttp.Answer page = RawHttp.send(request.at(request.path().replace(Landscape.USER, side.user())));
        return page.good() ? Optional.ofNullable(JsonPath.from(page.body()).getString("nextCursor")) : Optional.empty();
    }
}
