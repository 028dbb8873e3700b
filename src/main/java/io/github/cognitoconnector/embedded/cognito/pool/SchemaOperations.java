package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.time.InstantSource;
import java.util.List;

/** AddCustomAttributes and GetCSVHeader. */
public final class SchemaOperations {

    private static final String SUB = "sub";

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
        pools.of(input)
                .configure(before ->
                        before.with(before.schema().with(input.members().path("CustomAttributes")), clock.instant()));
    }

    /** The standard columns in the order that the contract gives, then the custom attributes. */
    private ObjectNode header(Input input) {
        UserPool pool = pools.of(input);
        List<String> names = pool.settings().schema().names();
        ArrayNode columns = Json.array();
        names.stream().filter(name -> !isCustom(name) && !name.equals(SUB)).forEach(columns::add);
        columns.add("cognito:mfa_enabled").add("cognito:username");
        names.stream().filter(SchemaOperations::isCustom).forEach(columns::add);
        ObjectNode answer = Json.object().put("UserPoolId", pool.id());
        answer.set("CSVHeader", columns);
        return answer;
    }

    private static boolean isCustom(String name) {
        return name.startsWith(Schema.CUSTOM) || name.startsWith(Schema.DEVELOPER);
    }
}
