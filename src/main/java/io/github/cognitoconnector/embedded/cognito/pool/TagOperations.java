package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.Configuration;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.function.Consumer;

/** TagResource, UntagResource, ListTagsForResource: the tags of pools, the only resource with a name that has any. */
public final class TagOperations {

    private static final String TAGS = "UserPoolTags";
    private static final Member RESOURCE = required("ResourceArn", Shapes.ARN);

    private final Pools pools;

    public TagOperations(Pools pools) {
        this.pools = pools;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed("TagResource", silent(this::tag), RESOURCE, required("Tags", Shapes.TAGS)),
                Operation.signed(
                        "UntagResource",
                        silent(this::untag),
                        RESOURCE,
                        required("TagKeys", Shapes.many(Shapes.TAG_KEY))),
                Operation.signed("ListTagsForResource", this::list, RESOURCE));
    }

    private void tag(Input input) {
        change(input, tags -> input.dictionary("Tags").forEach(tags::put));
    }

    private void untag(Input input) {
        change(input, tags -> tags.remove(input.texts("TagKeys")));
    }

    private void change(Input input, Consumer<ObjectNode> change) {
        pool(input).configure(before -> {
            ObjectNode stated = before.stated().deepCopy();
            change.accept(stated.withObject("/" + TAGS));
            PoolRules.checkTags(stated.path(TAGS));
            return before.with(new Configuration(before.policy(), before.mfa(), stated), before.modifiedAt());
        });
    }

    private ObjectNode list(Input input) {
        ObjectNode answer = Json.object();
        answer.withObject("/Tags")
                .setAll(pool(input).settings().stated().deepCopy().withObject("/" + TAGS));
        return answer;
    }

    /** An ARN that is no pool's of this account names nothing. */
    private UserPool pool(Input input) {
        String arn = input.text("ResourceArn");
        return pools.find(arn.substring(arn.lastIndexOf('/') + 1))
                .filter(pool -> pool.settings().identity().arn().equals(arn))
                .orElseThrow(() -> Refusal.notFound("Resource " + arn + " does not exist."));
    }
}
