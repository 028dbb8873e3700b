package io.github.cognitoconnector.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** What mutations have in common, written into the OpenAPI document: {@code dryRun} and its answer, {@code Idempotency-Key}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = MutationsInOpenApi.LAST)
public class MutationsInOpenApi implements OASFilter {

    private static final DotName READ_ONLY = DotName.createSimple(ReadOnly.class);
    private static final DotName OWN_DRY_RUN = DotName.createSimple(OwnDryRun.class);
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName ANSWER = DotName.createSimple(APIResponseSchema.class);
    /** Behind other filters, so that answers stand in the same order in each build. */
    static final int LAST = 0;

    private static final String JSON = "application/json";
    private static final String OK = "200";
    private static final String CREATED = "201";
    private static final String ACCEPTED = "202";

    private final IndexView index;

    public MutationsInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, MethodInfo> readOnly = operations(READ_ONLY);
        Map<String, MethodInfo> ownDryRun = operations(OWN_DRY_RUN);
        Map<String, MethodInfo> idempotent = operations(IDEMPOTENT);
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().forEach((method, operation) -> {
                    String id = operation.getOperationId();
                    if (method != HttpMethod.GET && !readOnly.containsKey(id) && !ownDryRun.containsKey(id)) {
                        describeDryRun(operation);
                    }
                    if (idempotent.containsKey(id)) {
                        describeKey(operation);
                        describeCreated(operation, idempotent.get(id));
                    } else {
                        describeEmpty(operation);
                    }
                }));
    }

    /** The operations that have the annotation, by their ids. */
    private Map<String, MethodInfo> operations(DotName annotation) {
        return index.getAnnotations(annotation).stream()
                .map(a -> a.target().asMethod())
                .collect(Collectors.toMap(
                        method -> method.annotation(OPERATION)
                                .value("operationId")
                                .asString(),
                        method -> method,
                        (method, again) -> method));
    }

    private static void describeKey(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "1 to 255 visible ASCII characters, chosen anew for each request. A repeat with the same key"
                                + " does nothing and gets the first answer, for 24 hours, with `Idempotency-Replayed: true`.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        .maxLength(255)));
    }

    /** What is made is in the answer; the scanner leaves it out where the status is not 200. */
    private static void describeCreated(Operation operation, MethodInfo method) {
        AnnotationInstance answer = method.annotation(ANSWER);
        APIResponse created = Stream.of(CREATED, ACCEPTED)
                .map(operation.getResponses()::getAPIResponse)
                .filter(response -> response != null)
                .findFirst()
                .orElse(null);
        if (answer == null || created == null) {
            return;
        }
        String schema = answer.value().asClass().name().withoutPackagePrefix();
        created.content(OASFactory.createContent()
                .addMediaType(
                        JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema))));
    }

    /** The scanner takes every {@code POST} without an answer for one that creates something. */
    private static void describeEmpty(Operation operation) {
        APIResponse created = operation.getResponses().getAPIResponse(CREATED);
        if (created != null && created.getContent() == null) {
            operation.getResponses().removeAPIResponse(CREATED);
            operation.getResponses().addAPIResponse("204", created.description("No Content"));
        }
    }

    private static void describeDryRun(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(DryRunFilter.PARAMETER)
                .in(Parameter.In.QUERY)
                .description("`true`: only checks, and answers with what would be done. Nothing is written.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.BOOLEAN)
                        .defaultValue(false)));
        APIResponse ok = operation.getResponses().getAPIResponse(OK);
        Schema plan = OASFactory.createSchema().ref("Plan");
        if (ok == null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            OK,
                            OASFactory.createAPIResponse()
                                    .description("The plan, with `dryRun=true`")
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    JSON,
                                                    OASFactory.createMediaType().schema(plan))));
        } else {
            MediaType content = ok.getContent().getMediaType(JSON);
            if (content == null) {
                ok.getContent().addMediaType(JSON, OASFactory.createMediaType().schema(plan));
            } else {
                content.schema(OASFactory.createSchema().anyOf(List.of(content.getSchema(), plan)));
            }
        }
    }
}
