package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.AllowedMethods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Which methods each path has. The framework forgets them when several resources share the beginning of a path, and
 * then says 404 where it should say 405.
 */
@ApplicationScoped
class KnownPaths implements AllowedMethods, PathTemplates {

    private static final String UNKNOWN = "unknown";

    /** By the number of their segments, so that few are tried for each request. */
    private final Map<Integer, List<Served>> operations;

    KnownPaths(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(KnownPaths::operations)
                .collect(Collectors.groupingBy(o -> segments(o.template)));
    }

    private record Served(String template, Pattern path, String method, String operationId) {}

    @Override
    public String templateOf(String normalizedPath) {
        return of(normalizedPath, o -> true).map(Served::template).findFirst().orElse(UNKNOWN);
    }

    @Override
    public String operationOf(String method, String normalizedPath) {
        String answeredBy = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return of(normalizedPath, o -> o.method.equals(answeredBy))
                .map(Served::operationId)
                .findFirst()
                .orElse(UNKNOWN);
    }

    @Override
    public Set<String> of(String rawPath) {
        return of(rawPath, o -> true).map(Served::method).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Served> of(String path, Predicate<Served> which) {
        return operations.getOrDefault(segments(path), List.of()).stream()
                .filter(which)
                .filter(o -> o.path.matcher(path).matches());
    }

    /** A slash at the end makes no further one. */
    private static int segments(String path) {
        int slashes = (int) path.chars().filter(c -> c == '/').count();
        return path.endsWith("/") ? slashes - 1 : slashes;
    }

    private static Stream<Served> operations(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> operations(base, method));
    }

    private static Stream<Served> operations(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String template = (below == null ? base : base + "/" + below.value()).replaceAll("/+", "/");
        Pattern path = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(http -> new Served(template, path, http.value(), operationId(method)));
    }

    private static String operationId(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null || operation.operationId().isEmpty() ? UNKNOWN : operation.operationId();
    }
}
