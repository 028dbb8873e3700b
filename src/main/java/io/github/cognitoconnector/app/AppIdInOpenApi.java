package io.github.cognitoconnector.app;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Declares {@code appId} on every path that has it: no method does, since the app comes from {@link CurrentApp}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AppIdInOpenApi implements OASFilter {

    private static final String NAME = "appId";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains("{" + NAME + "}")) {
                item.addParameter(appId());
            }
        });
    }

    private static Parameter appId() {
        return OASFactory.createParameter()
                .name(NAME)
                .in(Parameter.In.PATH)
                .required(true)
                .description("Id of the app.")
                .example("demo")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .pattern("^" + AppRequest.APP_ID + "$"));
    }
}
