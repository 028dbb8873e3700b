package io.github.cognitoconnector.bulk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Operations to be carried out. Those on the same user, named alike, follow each other; all others have no order.
 *
 * @param operations at most 1,000
 */
@Schema(examples = """
                {"operations": [{"op": "createUser", "user": "grace", "attributes": {"email": "grace@example.com"}},
                                {"op": "addUserToGroup", "user": "grace", "group": "demo"},
                                {"op": "disableUser", "user": "email:ada@example.com"}]}""")
public record BulkRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid BulkOperation> operations) {}
