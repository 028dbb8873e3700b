package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import io.github.cognitoconnector.embedded.cognito.token.Renewal;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/** GetTokensFromRefreshToken. */
public final class Renewals {

    private final Pools pools;
    private final Renewal renewal;

    public Renewals(Pools pools, Renewal renewal) {
        this.pools = pools;
        this.renewal = renewal;
    }

    public List<Operation> operations() {
        return List.of(Operation.open(
                "GetTokensFromRefreshToken",
                this::renew,
                required("RefreshToken", Shapes.TOKEN),
                required("ClientId", Shapes.CLIENT_ID),
                optional("ClientSecret", Shapes.SECRET_TEXT),
                optional("DeviceKey", Shapes.DEVICE_KEY),
                optional("ClientMetadata", Shapes.TEXTS)));
    }

    private ObjectNode renew(Input input) {
        AppClient client = pools.clientOf(input);
        boolean proven = client.hasSecret() ? client.isSecret(input.text("ClientSecret")) : !input.has("ClientSecret");
        if (!proven) {
            throw Refusal.notAuthorized("Invalid client secret.");
        }
        Renewal.Renewed renewed = renewal.renew(client, input.text("RefreshToken"), input.text("DeviceKey"));
        ObjectNode answer = SignedIn.result(renewed.pair());
        answer.remove("ChallengeParameters");
        renewed.refreshToken()
                .ifPresent(token -> answer.withObject("/AuthenticationResult").put("RefreshToken", token));
        return answer;
    }
}
