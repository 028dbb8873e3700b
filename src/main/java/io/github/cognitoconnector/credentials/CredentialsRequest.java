package io.github.cognitoconnector.credentials;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The choice of credentials as callers send it; {@code type} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = CredentialsRequest.Unsupported.class)
@JsonSubTypes(@JsonSubTypes.Type(value = CredentialsRequest.Default.class, name = "DEFAULT"))
@Schema(
        description = "Whose AWS credentials the app's calls are signed with. `DEFAULT` is the service's own.",
        examples = "{\"type\": \"DEFAULT\"}")
public sealed interface CredentialsRequest {

    /** @throws ProblemException {@code VALIDATION_FAILED} if this service does not know the type */
    default CredentialChoice choice(String pointer) {
        return switch (this) {
            case Default() -> new CredentialChoice.DefaultChain();
            case Unsupported() ->
                throw ProblemException.field(
                        ProblemType.VALIDATION_FAILED, pointer + "/type", "The type of credentials is DEFAULT.");
        };
    }

    /** The service's own credentials. */
    record Default() implements CredentialsRequest {}

    /** Anything else; whatever secrets it came with are dropped unread. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unsupported() implements CredentialsRequest {}
}
