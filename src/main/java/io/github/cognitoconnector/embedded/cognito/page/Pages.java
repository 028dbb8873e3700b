package io.github.cognitoconnector.embedded.cognito.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts lists into pages. */
public final class Pages {

    private static final int DEFAULT_LIMIT = 60;

    private final PageTokens tokens;
    private final PageCaps caps;

    public Pages(PageTokens tokens, PageCaps caps) {
        this.tokens = tokens;
        this.caps = caps;
    }

    /**
     * Answers one page.
     *
     * @param names of the operation, and of its members for limit, token and items
     * @param query what the token is bound to, besides the operation
     * @param from the elements behind a position; the empty position is the beginning
     */
    public <T> ObjectNode page(
            Input input, Names names, List<String> query, Function<String, Stream<T>> from, View<T> view) {
        List<String> bound = new ArrayList<>(query);
        bound.add(names.operation());
        String position = input.find(names.token())
                .map(token -> tokens.open(bound, token))
                .orElse("");
        int asked = input.number(names.limit()).orElse(DEFAULT_LIMIT);
        int limit = caps.apply(names.operation(), asked == 0 ? DEFAULT_LIMIT : asked);
        ObjectNode answer = Json.object();
        ArrayNode items = answer.putArray(names.items());
        try (Stream<T> elements = from.apply(position)) {
            Iterator<T> rest = elements.iterator();
            String last = position;
            while (items.size() < limit && rest.hasNext()) {
                T element = rest.next();
                items.add(view.show().apply(element));
                last = view.position().apply(element);
            }
            if (rest.hasNext()) {
                answer.put(names.token(), tokens.issue(bound, last));
            }
        }
        return answer;
    }

    /** What the members are called; most lists say {@code Limit} and {@code NextToken}. */
    public record Names(String operation, String limit, String token, String items) {}

    /** An element's place in the order and its JSON. */
    public record View<T>(Function<T, String> position, Function<T, JsonNode> show) {}
}
