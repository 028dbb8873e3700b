package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.UserPools;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Cursors;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands out all users of a pool, a page in memory at a time, however many there are. */
@ApplicationScoped
public class ExportService {

    /** After so many pages it is said where it could go on. */
    private static final int CURSOR_EVERY = 10;

    private final ExportPages pages;
    private final UserPools pools;
    private final Cursors cursors;
    private final ObjectMapper json;

    ExportService(ExportPages pages, UserPools pools, Cursors cursors, ObjectMapper json) {
        this.pages = pages;
        this.pools = pools;
        this.cursors = cursors;
        this.json = json;
    }

    /**
     * Begins an export: whatever is wrong at the start is told before anything is handed out.
     *
     * @param cursor null for the start
     * @throws ProblemException {@code INVALID_CURSOR}, and as every list
     */
    Export begin(App app, ExportPlan plan, @Nullable String cursor) {
        String query = String.join("/", app.id(), app.userPoolId(), "export");
        ExportPage first = pages.fetch(app, plan, cursors.open(query, cursor));
        return new Export(app, plan, query, first);
    }

    /** An export that has begun; it is written once. */
    final class Export {

        private final App app;
        private final ExportPlan plan;
        private final String query;
        private final List<String> attributes;
        private ExportPage page;
        private long count;

        private Export(App app, ExportPlan plan, String query, ExportPage first) {
            this.app = app;
            this.plan = plan;
            this.query = query;
            this.page = first;
            this.attributes = List.copyOf(pools.settings(app).attributes());
        }

        /** As fast as the other side reads. */
        void write(OutputStream output) throws IOException {
            ExportLines lines = ExportLines.of(json, output, plan, attributes);
            lines.header();
            write(lines);
            while (page.next() != null) {
                String position = page.next();
                try {
                    page = pages.fetch(app, plan, position);
                } catch (ProblemException e) {
                    lines.broken(count, cursors.seal(query, position), e);
                    return;
                }
                write(lines);
            }
            lines.end(count);
        }

        private void write(ExportLines lines) throws IOException {
            for (ExportedUser user : page.users()) {
                lines.user(user);
            }
            count += page.users().size();
            if (plan.cursors() && page.next() != null && (count / ExportPages.PAGE) % CURSOR_EVERY == 0) {
                lines.cursor(count, cursors.seal(query, page.next()));
            }
        }
    }
}
