package io.github.cognitoconnector.audit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What the declaration of an operation says of it. */
final class AuditedOperation {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^}]*}");
    private static final String APP_ID = "appId";

    private AuditedOperation() {}

    /**
     * What the path names, in the order of its template.
     *
     * @param belowApp whether the app is known and only what is below it is to be named; an app out of reach is all that is
     *     named
     */
    static List<Reference> path(Method operation, MultivaluedMap<String, String> parameters, boolean belowApp) {
        String app = parameters.getFirst(APP_ID);
        List<Reference> below = app != null && !belowApp
                ? List.of()
                : templates(operation)
                        .flatMap(template -> PARAMETER.matcher(template).results())
                        .map(parameter -> parameter.group(1))
                        .filter(name -> !name.equals(APP_ID) && parameters.containsKey(name))
                        .map(name -> new Reference(kind(name), parameters.getFirst(name)))
                        .toList();
        return below.isEmpty() && app != null ? List.of(new Reference("app", app)) : below;
    }

    /** Somebody who signs himself up is a user too. */
    private static String kind(String parameter) {
        return parameter.equals("username") ? "user" : parameter;
    }

    /** What is answered when all goes well. */
    static int successStatus(Method operation) {
        APIResponseSchema schema = operation.getAnnotation(APIResponseSchema.class);
        if (schema != null && !schema.responseCode().isEmpty()) {
            return Integer.parseInt(schema.responseCode());
        }
        return operation.getReturnType() == void.class ? 204 : 200;
    }

    private static Stream<String> templates(Method operation) {
        return Stream.of(operation.getDeclaringClass().getAnnotation(Path.class), operation.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value);
    }
}
