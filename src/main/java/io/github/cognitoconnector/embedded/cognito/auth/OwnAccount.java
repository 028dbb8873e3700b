package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.ClientRules;
import io.github.cognitoconnector.embedded.cognito.token.Sessions;
import io.github.cognitoconnector.embedded.cognito.user.UserJson;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** What users do with their own tokens: GetUser, GlobalSignOut, RevokeToken. */
public final class OwnAccount {

    private final Pools pools;
    private final Sessions sessions;
    private final AccessTokens accessTokens;

    public OwnAccount(Pools pools, Sessions sessions, AccessTokens accessTokens) {
        this.pools = pools;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.open("GetUser", this::get, required("AccessToken", Shapes.TOKEN)),
                Operation.open("GlobalSignOut", silent(this::signOut), required("AccessToken", Shapes.TOKEN)),
                Operation.open(
                        "RevokeToken",
                        silent(this::revoke),
                        required("Token", Shapes.TOKEN),
                        required("ClientId", Shapes.CLIENT_ID),
                        optional("ClientSecret", Shapes.SECRET_TEXT)));
    }

    private ObjectNode get(Input input) {
        AccessTokens.Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        User user = bearer.user();
        ObjectNode answer = Json.object().put("Username", user.username());
        answer.set("UserAttributes", UserJson.attributes(user, ClientRules.of(bearer.client())::reads));
        return UserJson.putFactors(answer, user);
    }

    private void signOut(Input input) {
        sessions.endAll(accessTokens.user(input.text("AccessToken")).sub());
    }

    /**
     * A token that is already dead is revoked without complaint. The model knows neither {@code NotAuthorizedException}
     * nor {@code ResourceNotFoundException} here; a client that does not exist is not authorized, as the revocation
     * endpoint of AWS has one {@code invalid_client} for both. The words of the refusals are ours.
     */
    private void revoke(Input input) {
        AppClient client = pools.findClient(input.text("ClientId"))
                .orElseThrow(() -> new Refusal("UnauthorizedException", "Invalid client id."));
        boolean proven = client.hasSecret() ? client.isSecret(input.text("ClientSecret")) : !input.has("ClientSecret");
        if (!proven) {
            throw new Refusal("UnauthorizedException", "Invalid client secret.");
        }
        if (!ClientRules.of(client).revokesTokens()) {
            throw new Refusal("UnsupportedOperationException", "Token revocation is not enabled for this client.");
        }
        String token = input.text("Token");
        if (isJwt(token)) {
            throw new Refusal("UnsupportedTokenTypeException", "Only refresh tokens can be revoked.");
        }
        sessions.withRefreshToken(token).ifPresent(session -> {
            if (!session.owner().clientId().equals(client.id())) {
                throw new Refusal("UnauthorizedException", "The token was issued to another client.");
            }
            sessions.end(session);
        });
    }

    /** Id and access tokens begin with a JSON header, a refresh token with a UUID. */
    private static boolean isJwt(String token) {
        return token.startsWith("ey");
    }
}
