package io.github.cognitoconnector.rest;

import io.github.cognitoconnector.problem.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** What the OpenAPI document says about the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Cognito Connector",
                        version = "1",
                        description = "Users and groups of Amazon Cognito user pools, for every app of a landscape.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = ApiDocument.BEARER),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = Problem.class),
                            @Schema(name = "Plan", implementation = Plan.class)
                        },
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = ApiDocument.BEARER,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description =
                                                "A Cognito access token of the platform or of a registered app.")))
public class ApiDocument extends Application {

    static final String BEARER = "accessToken";
}
