package io.github.cognitoconnector.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Writes every problem that an operation can answer into the OpenAPI document, one response for each status. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    private static final DotName PROBLEMS = DotName.createSimple(Problems.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private static final Set<ProblemType> OF_ALL = EnumSet.of(
            ProblemType.INVALID_REQUEST,
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.INTERNAL,
            ProblemType.DATABASE_UNAVAILABLE,
            ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
            ProblemType.OVERLOADED);
    private static final Set<ProblemType> OF_BODIES =
            EnumSet.of(ProblemType.CONTENT_TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
    private static final Set<ProblemType> OF_COGNITO = EnumSet.of(
            ProblemType.THROTTLED,
            ProblemType.CREDENTIALS_REJECTED,
            ProblemType.UPSTREAM_FAILED,
            ProblemType.UPSTREAM_UNAVAILABLE,
            ProblemType.UPSTREAM_TIMEOUT);

    private final IndexView index;

    public ProblemsInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Set<ProblemType>> declared = declared();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> describe(
                                operation, path, declared.getOrDefault(operation.getOperationId(), Set.of()))));
    }

    /** The problems that stand on the operations' methods, by operation id; the index may hold a class twice. */
    private Map<String, Set<ProblemType>> declared() {
        return index.getAnnotations(PROBLEMS).stream()
                .collect(Collectors.toMap(
                        problems -> problems.target()
                                .asMethod()
                                .annotation(OPERATION)
                                .value("operationId")
                                .asString(),
                        ProblemsInOpenApi::types,
                        (types, again) -> types));
    }

    private static Set<ProblemType> types(AnnotationInstance problems) {
        return Arrays.stream(problems.value().asEnumArray())
                .map(ProblemType::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemType.class)));
    }

    private static void describe(Operation operation, String path, Set<ProblemType> declared) {
        Set<ProblemType> all = EnumSet.copyOf(OF_ALL);
        all.addAll(declared);
        if (path.contains("{appId}")) {
            all.add(ProblemType.APP_NOT_FOUND);
        }
        if (path.contains("/users") || path.contains("/groups")) {
            all.addAll(OF_COGNITO);
        }
        if (operation.getRequestBody() != null) {
            all.addAll(OF_BODIES);
        }
        all.stream()
                .collect(
                        Collectors.groupingBy(type -> String.valueOf(type.status()), TreeMap::new, Collectors.toList()))
                .forEach((status, types) -> operation.getResponses().addAPIResponse(status, response(types)));
    }

    private static APIResponse response(List<ProblemType> types) {
        MediaType content =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        types.forEach(type -> content.addExample(
                type.code(), OASFactory.createExample().summary(type.title()).value(example(type))));
        return OASFactory.createAPIResponse()
                .description(types.stream().map(ProblemType::title).collect(Collectors.joining("; ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, content));
    }

    private static Map<String, @Nullable Object> example(ProblemType type) {
        Map<String, @Nullable Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("code", type.code());
        example.put("retryable", type.retryable());
        return example;
    }
}
