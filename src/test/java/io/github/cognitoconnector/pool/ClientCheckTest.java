package io.github.cognitoconnector.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

class ClientCheckTest {

    private static final String SECRET = "s3cr3t-of-the-client";

    @Test
    void aClientInOrderHasNoFindings() {
        assertThat(codes(client -> {})).isEmpty();
    }

    @Test
    void flowsThatAreMissing() {
        assertThat(codes(client -> client.explicitAuthFlows(List.of()))).containsExactly("no-sign-in-flow");
        assertThat(codes(client -> client.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)))
                .containsExactly("no-sign-in-flow");
        assertThat(codes(client -> client.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH)))
                .containsExactly("no-refresh-flow");
        assertThat(codes(client -> client.explicitAuthFlows(ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH)
                        .refreshTokenRotation(r -> r.feature("ENABLED"))))
                .isEmpty();
    }

    @Test
    void aClientThatActsForItselfNeedsNoFlowForPeople() {
        assertThat(codes(client -> client.explicitAuthFlows(List.of())
                        .preventUserExistenceErrors("LEGACY")
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)))
                .isEmpty();
    }

    @Test
    void whatIsOpen() {
        assertThat(codes(client -> client.preventUserExistenceErrors("LEGACY")))
                .containsExactly("user-existence-shown");
        assertThat(codes(client -> client.enableTokenRevocation(false))).containsExactly("token-revocation-off");
        assertThat(codes(client ->
                        client.allowedOAuthFlowsUserPoolClient(true).allowedOAuthFlows(OAuthFlowType.IMPLICIT)))
                .containsExactly("implicit-flow");
        assertThat(codes(client ->
                        client.allowedOAuthFlowsUserPoolClient(false).allowedOAuthFlows(OAuthFlowType.IMPLICIT)))
                .isEmpty();
    }

    @Test
    void howLongTokensLast() {
        assertThat(codes(client -> client.accessTokenValidity(61).tokenValidityUnits(u -> u.accessToken("minutes"))))
                .containsExactly("long-access-tokens");
        assertThat(codes(client -> client.accessTokenValidity(3600).tokenValidityUnits(u -> u.accessToken("seconds"))))
                .isEmpty();
        assertThat(codes(client -> client.refreshTokenValidity(366))).containsExactly("long-refresh-tokens");
        assertThat(findings(client -> client.refreshTokenValidity(2).tokenValidityUnits(u -> u.refreshToken("hours"))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("short-refresh-tokens");
                    assertThat(found.detail()).contains("2 hours");
                });
    }

    @Test
    void nothingHoldsTheSecret() {
        ClientSettings settings = ClientMapper.toSettings(client(client -> client.clientSecret(SECRET)));
        assertThat(settings.hasSecret()).isTrue();
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    private static List<String> codes(Consumer<UserPoolClientType.Builder> changes) {
        return findings(changes).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(Consumer<UserPoolClientType.Builder> changes) {
        return new ClientCheck("web", ClientMapper.toSettings(client(changes)))
                .findings()
                .toList();
    }

    /** With nothing to find, but for the changes. */
    private static UserPoolClientType client(Consumer<UserPoolClientType.Builder> changes) {
        Instant created = Instant.parse("2026-11-20T12:00:00Z");
        UserPoolClientType.Builder client = UserPoolClientType.builder()
                .clientName("web")
                .explicitAuthFlows(
                        ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH, ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)
                .preventUserExistenceErrors("ENABLED")
                .enableTokenRevocation(true)
                .creationDate(created)
                .lastModifiedDate(created);
        changes.accept(client);
        return client.build();
    }
}
