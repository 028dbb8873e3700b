package io.github.cognitoconnector.embedded.cognito.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Cuts lists into pages. */
public final class Pages {

    private static final int DEFAULT_LIMIT = 60;

    /** A page that finds little in so many elements ends short, though more may follow (contract row 22). */
    private static final int MAX_LOOKED_AT = 5_000;

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
        ObjectNode answer = Json.object();
        try (Stream<T> elements = from.apply(position)) {
            Iterator<T> rest = elements.iterator();
            Optional<T> last = fill(answer.putArray(names.items()), rest, limit(input, names), view);
            last.filter(end -> rest.hasNext())
                    .map(view.position())
                    .ifPresent(end -> answer.put(names.token(), tokens.issue(bound, end)));
        }
        return answer;
    }

    private int limit(Input input, Names names) {
        int asked = input.number(names.limit()).orElse(0);
        return caps.apply(names.operation(), asked == 0 ? DEFAULT_LIMIT : asked);
    }

    /** Answers the last element that was looked at; empty if there was none. */
    private static <T> Optional<T> fill(ArrayNode items, Iterator<T> elements, int limit, View<T> view) {
        Optional<T> last = Optional.empty();
        for (int seen = 0; seen < MAX_LOOKED_AT && items.size() < limit && elements.hasNext(); seen++) {
            T element = elements.next();
            if (view.wanted().test(element)) {
                items.add(view.show().apply(element));
            }
            last = Optional.of(element);
        }
        return last;
    }

    /** What the members are called; most lists say {@code Limit} and {@code NextToken}. */
    public record Names(String operation, String limit, String token, String items) {}

    /** An element's place in the order, whether the list shall have it, and its JSON. */
    public record View<T>(Function<T, String> position, Predicate<T> wanted, Function<T, JsonNode> show) {

        /** Of a list that has every element. */
        public View(Function<T, String> position, Function<T, JsonNode> show) {
            this(position, element -> true, show);
        }
    }
}
