package io.github.cognitoconnector.embedded.cognito;

import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import java.util.List;

/** The operations of the embedded Cognito, for tests outside its package. */
public final class DeclaredOperations {

    private DeclaredOperations() {}

    public static List<Operation> all() {
        return Assembly.declared();
    }
}
