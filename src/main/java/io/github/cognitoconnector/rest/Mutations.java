package io.github.cognitoconnector.rest;

import java.lang.reflect.Method;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which operations change something, by what they are declared as. */
public final class Mutations {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private Mutations() {}

    /** Whatever does not only read. */
    public static boolean is(String httpMethod, Method operation) {
        return !READS.contains(httpMethod) && !operation.isAnnotationPresent(ReadOnly.class);
    }

    /** The operation's id in the OpenAPI document; the name of the method if it has none there. */
    public static String operationId(Method operation) {
        Operation described = operation.getAnnotation(Operation.class);
        return described == null || described.operationId().isEmpty() ? operation.getName() : described.operationId();
    }
}
