package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lists in pages: opens the caller's cursor, has the items fetched, answers with the next cursor and its link. */
@ApplicationScoped
public class Pages {

    /** More than these for one page is no list any more, but an upstream gone wrong. */
    static final int MAX_UPSTREAM_PAGES = 200;

    private final Cursors cursors;

    public Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Fetches up to {@code limit} items from a position, null for the start; the page's cursor is the next position. */
    @FunctionalInterface
    public interface Source<T> {
        Page<T> fetch(int limit, @Nullable String position);
    }

    /** @param query names the list and everything that selects or orders its items; a cursor fits no other */
    public <T> RestResponse<Page<T>> answer(String query, PageRequest request, UriInfo uri, Source<T> source) {
        int limit = request.limit();
        String position = cursors.open(query, request.cursor());
        Page<T> page = source.fetch(limit, position).mapCursor(next -> cursors.seal(query, next));
        var response = RestResponse.ResponseBuilder.ok(page);
        if (page.nextCursor() != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }

    /**
     * Fills a page from upstream pages that may be short or empty although more follow.
     *
     * @param fetch fetches one upstream page of at most so many items from a position
     * @throws ProblemException {@code UPSTREAM_FAILED} after {@value #MAX_UPSTREAM_PAGES} pages that do not fill one
     */
    public static <T> Page<T> fill(int limit, @Nullable String position, Source<T> fetch) {
        List<T> items = new ArrayList<>(limit);
        String next = position;
        int pages = 0;
        do {
            if (++pages > MAX_UPSTREAM_PAGES) {
                throw ProblemException.of(ProblemType.UPSTREAM_FAILED, "Cognito's pages are empty without end.");
            }
            Page<T> part = fetch.fetch(limit - items.size(), next);
            items.addAll(part.items());
            next = part.nextCursor();
        } while (next != null && items.size() < limit);
        return new Page<>(items, next);
    }

    /** A page of an upstream answer: its items mapped, its token as the position of the next page. */
    public static <S, T> Page<T> of(List<S> items, Function<S, T> mapper, @Nullable String nextToken) {
        return new Page<>(
                items.stream().map(mapper).toList(), nextToken == null || nextToken.isEmpty() ? null : nextToken);
    }
}
