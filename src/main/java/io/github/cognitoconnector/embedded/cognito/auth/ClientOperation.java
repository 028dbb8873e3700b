package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Members that the operations have in common which a client calls without a signature for a user it names. */
public final class ClientOperation {

    private static final List<Member> COMMON = List.of(
            required("ClientId", Shapes.CLIENT_ID),
            optional("SecretHash", Shapes.SECRET_HASH),
            required("Username", Shapes.USERNAME),
            optional("AnalyticsMetadata", Shapes.ANALYTICS_METADATA),
            optional("UserContextData", Shapes.USER_CONTEXT),
            optional("ClientMetadata", Shapes.TEXTS));

    private ClientOperation() {}

    /** An operation with the common members and some of its own. */
    public static Operation named(String name, Operation.Action action, Member... own) {
        List<Member> members = new ArrayList<>(COMMON);
        members.addAll(List.of(own));
        return Operation.open(name, action, members.toArray(Member[]::new));
    }
}
