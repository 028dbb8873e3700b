package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.time.InstantSource;
import java.util.List;

/** AddCustomAttributes and GetCSVHeader. */
public final class SchemaOperations {

    private final Pools pools;
    private final InstantSource clock;

    public SchemaOperations(Pools pools, InstantSource clock) {
        this.pools = pools;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AddCustomAttributes",
                        Operation.silent(this::add),
                        PoolShapes.POOL,
                        PoolShapes.customAttributes()),
                Operation.signed("GetCSVHeader", this::header, PoolShapes.POOL));
    }

    /** All of them or none; users can have them at once. */
    private void add(Input input) {
        UserPool pool = pools.of(input);
        pool.configure(before -> {
            pool.refuseWhileImporting();
            return before.with(before.schema().with(input.members().path("CustomAttributes")), clock.instant());
        });
    }

    private ObjectNode header(Input input) {
        UserPool pool = pools.of(input);
        ObjectNode answer = Json.object().put("UserPoolId", pool.id());
        answer.set("CSVHeader", Json.array(pool.settings().schema().columns()));
        return answer;
    }
}
