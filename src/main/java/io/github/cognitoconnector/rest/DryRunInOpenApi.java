package io.github.cognitoconnector.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes {@code dryRun} and its answer into the OpenAPI document, at every mutation. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DryRunInOpenApi implements OASFilter {

    private static final DotName READ_ONLY = DotName.createSimple(ReadOnly.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final String JSON = "application/json";
    private static final String OK = "200";

    private final IndexView index;

    public DryRunInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set<String> readOnly = index.getAnnotations(READ_ONLY).stream()
                .map(only -> only.target()
                        .asMethod()
                        .annotation(OPERATION)
                        .value("operationId")
                        .asString())
                .collect(Collectors.toSet());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().forEach((method, operation) -> {
                    if (method != HttpMethod.GET && !readOnly.contains(operation.getOperationId())) {
                        describe(operation);
                    }
                }));
    }

    private static void describe(Operation operation) {
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
            content.schema(OASFactory.createSchema().anyOf(List.of(content.getSchema(), plan)));
        }
    }
}
