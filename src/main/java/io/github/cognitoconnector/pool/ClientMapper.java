package io.github.cognitoconnector.pool;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TokenValidityUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/** Cognito's app clients as ours; of a secret nothing passes but that there is one. */
final class ClientMapper {

    private ClientMapper() {}

    static ClientSettings toSettings(UserPoolClientType client) {
        return new ClientSettings(
                client.clientName(),
                client.clientSecret() != null,
                sorted(client.explicitAuthFlowsAsStrings()),
                lifetimes(client),
                oauth(client),
                sorted(client.readAttributes()),
                sorted(client.writeAttributes()),
                client.preventUserExistenceErrors() == PreventUserExistenceErrorTypes.ENABLED ? "ENABLED" : "LEGACY",
                Boolean.TRUE.equals(client.enableTokenRevocation()),
                client.refreshTokenRotation() != null
                        && client.refreshTokenRotation().feature() == FeatureType.ENABLED,
                client.creationDate(),
                client.lastModifiedDate());
    }

    private static Lifetimes lifetimes(UserPoolClientType client) {
        TokenValidityUnitsType units = client.tokenValidityUnits();
        Lifetime hour = new Lifetime(1, "hours");
        return new Lifetimes(
                lifetime(client.accessTokenValidity(), units == null ? null : units.accessTokenAsString(), hour),
                lifetime(client.idTokenValidity(), units == null ? null : units.idTokenAsString(), hour),
                lifetime(
                        client.refreshTokenValidity(),
                        units == null ? null : units.refreshTokenAsString(),
                        new Lifetime(30, "days")),
                lifetime(client.authSessionValidity(), null, new Lifetime(3, "minutes")));
    }

    /** Cognito's default where it shows no number, and its unit where it shows none. */
    private static Lifetime lifetime(@Nullable Integer value, @Nullable String unit, Lifetime absent) {
        return value == null || value == 0 ? absent : new Lifetime(value, unit == null ? absent.unit() : unit);
    }

    private static OAuthSettings oauth(UserPoolClientType client) {
        return new OAuthSettings(
                Boolean.TRUE.equals(client.allowedOAuthFlowsUserPoolClient()),
                sorted(client.allowedOAuthFlowsAsStrings()),
                sorted(client.allowedOAuthScopes()),
                client.callbackURLs(),
                client.logoutURLs(),
                client.defaultRedirectURI(),
                sorted(client.supportedIdentityProviders()));
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}
