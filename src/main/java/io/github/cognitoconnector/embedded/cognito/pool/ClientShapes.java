package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.choice;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.many;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.structure;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.text;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.whole;

import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The members of requests about app clients, with the limits of the service model of 2016-04-18. */
final class ClientShapes {

    static final Member CLIENT = required("ClientId", Shapes.CLIENT_ID);

    private static final Shape FLOW = choice(
            "ADMIN_NO_SRP_AUTH",
            "CUSTOM_AUTH_FLOW_ONLY",
            "USER_PASSWORD_AUTH",
            "ALLOW_ADMIN_USER_PASSWORD_AUTH",
            "ALLOW_CUSTOM_AUTH",
            "ALLOW_USER_PASSWORD_AUTH",
            "ALLOW_USER_SRP_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
            "ALLOW_USER_AUTH");
    private static final Shape SCOPE = text(1, 256, "[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final Shape URL = text(1, 1_024, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    private static final Shape URLS = new Shape.Many(URL, 0, 100);
    private static final Shape UNIT = choice("seconds", "minutes", "hours", "days");
    private static final Shape ATTRIBUTES = many(text(1, 2_048));
    private static final Shape ANALYTICS = structure(
            optional("ApplicationId", text(0, 131_072, "^[0-9a-fA-F]+$")),
            optional("ApplicationArn", Shapes.ARN),
            optional("RoleArn", Shapes.ARN),
            optional("ExternalId", Shapes.ANY_TEXT),
            optional("UserDataShared", Shapes.FLAG));
    private static final Shape SECRET = new Shape.Text(24, 64, Pattern.compile("[\\w+]+"), true);

    private static final List<Member> CHANGEABLE = List.of(
            optional("RefreshTokenValidity", whole(0, 315_360_000)),
            optional("AccessTokenValidity", whole(1, 86_400)),
            optional("IdTokenValidity", whole(1, 86_400)),
            optional(
                    "TokenValidityUnits",
                    structure(
                            optional("AccessToken", UNIT), optional("IdToken", UNIT), optional("RefreshToken", UNIT))),
            optional("ReadAttributes", ATTRIBUTES),
            optional("WriteAttributes", ATTRIBUTES),
            optional("ExplicitAuthFlows", many(FLOW)),
            optional("SupportedIdentityProviders", many(text(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+"))),
            optional("CallbackURLs", URLS),
            optional("LogoutURLs", URLS),
            optional("DefaultRedirectURI", URL),
            optional("AllowedOAuthFlows", new Shape.Many(choice("code", "implicit", "client_credentials"), 0, 3)),
            optional("AllowedOAuthScopes", new Shape.Many(SCOPE, 0, 50)),
            optional("AllowedOAuthFlowsUserPoolClient", Shapes.FLAG),
            optional("AnalyticsConfiguration", ANALYTICS),
            optional("PreventUserExistenceErrors", choice("LEGACY", "ENABLED")),
            optional("EnableTokenRevocation", Shapes.FLAG),
            optional("EnablePropagateAdditionalUserContextData", Shapes.FLAG),
            optional("AuthSessionValidity", whole(3, 15)),
            optional(
                    "RefreshTokenRotation",
                    structure(
                            required("Feature", choice("ENABLED", "DISABLED")),
                            optional("RetryGracePeriodSeconds", whole(0, 60)))));

    private ClientShapes() {}

    static Member[] creation() {
        return Stream.concat(
                        Stream.of(
                                PoolShapes.POOL,
                                required("ClientName", Shapes.CLIENT_NAME),
                                optional("GenerateSecret", Shapes.FLAG),
                                optional("ClientSecret", SECRET)),
                        CHANGEABLE.stream())
                .toArray(Member[]::new);
    }

    static Member[] update() {
        return Stream.concat(
                        Stream.of(PoolShapes.POOL, CLIENT, optional("ClientName", Shapes.CLIENT_NAME)),
                        CHANGEABLE.stream())
                .toArray(Member[]::new);
    }
}
