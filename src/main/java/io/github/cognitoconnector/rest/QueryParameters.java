package io.github.cognitoconnector.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query parameters that an operation declares, by itself or in its {@code @BeanParam}; looked up once. */
final class QueryParameters {

    private static final Map<Method, Set<String>> DECLARED = new ConcurrentHashMap<>();

    private QueryParameters() {}

    static Set<String> of(Method operation) {
        return DECLARED.computeIfAbsent(
                operation,
                o -> Arrays.stream(o.getParameters())
                        .flatMap(QueryParameters::declared)
                        .map(e -> e.getAnnotation(QueryParam.class))
                        .filter(a -> a != null)
                        .map(QueryParam::value)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<AnnotatedElement> declared(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }
}
