package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.security.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who asked, by names that say nothing of a person to whoever does not know the user pool.
 *
 * @param kind {@code CLIENT} or {@code PERSON}
 * @param clientId the app client of the token
 * @param sub Cognito's id of the person, or once more the client
 */
@Schema(examples = """
                {"kind": "CLIENT", "clientId": "demoapp", "sub": "demoapp"}""")
public record AuditedCaller(String kind, String clientId, String sub) {

    static AuditedCaller of(Caller caller) {
        return new AuditedCaller(caller.kind().name(), caller.clientId(), caller.subject());
    }
}
