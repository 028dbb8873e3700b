package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.http.FilterOrder;
import io.github.cognitoconnector.problem.HttpAnswer;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Until the schema is there, every operation is answered as while the database is away, which is what it is about. */
@ApplicationScoped
class SchemaGate {

    private static final String OPERATIONS = "/v1";

    private final SchemaMigration schema;

    SchemaGate(SchemaMigration schema) {
        this.schema = schema;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.SCHEMA);
    }

    private void check(RoutingContext request) {
        if (schema.isDone() || !request.request().uri().startsWith(OPERATIONS)) {
            request.next();
            return;
        }
        HttpAnswer.write(request, ProblemException.of(ProblemType.DATABASE_UNAVAILABLE, "Try again in a moment."));
    }
}
