package io.github.cognitoconnector.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may enter the app.
 *
 * @param user his username; absent where nobody was found
 * @param roles none unless he is allowed
 * @param matchedGroups those of his groups that let him in or gave him a role; none unless he is allowed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"allowed": true, "user": "ada", "roles": ["User"], "matchedGroups": ["demo"],
                 "reasons": [{"code": "in-allowed-group",
                  "detail": "The user is in a group that the app allows: demo."}]}""")
public record Evaluation(
        boolean allowed, @Nullable String user, List<String> roles, List<String> matchedGroups, List<Reason> reasons) {

    static Evaluation denied(@Nullable String user, Reason reason) {
        return new Evaluation(false, user, List.of(), List.of(), List.of(reason));
    }

    @Override
    public String toString() {
        return "Evaluation[" + allowed + "]";
    }
}
