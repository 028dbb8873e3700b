package io.github.cognitoconnector.embedded.cognito;

import io.github.cognitoconnector.embedded.cognito.control.ControlDoor;
import io.github.cognitoconnector.embedded.cognito.control.Guard;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Reply;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.token.KeySetEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.OpenIdEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.TokenEndpoint;
import java.util.Optional;
import java.util.function.Function;

/** Everything behind the port, by path. */
record Application(Doors doors, Guard guard, ControlDoor control) implements Function<Request, Reply> {

    record Doors(Endpoint operations, Endpoint token, Endpoint keySet, Endpoint openId) {}

    @Override
    public Reply apply(Request request) {
        if (request.path().startsWith(ControlDoor.PREFIX)) {
            return control.answer(request);
        }
        return find(request)
                .map(endpoint -> guard.reply(endpoint, request))
                .orElseGet(() -> Answer.json(404, "{\"message\":\"There is nothing here.\"}"));
    }

    private Optional<Endpoint> find(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return Optional.of(doors.operations());
        }
        if (path.equals(TokenEndpoint.PATH)) {
            return Optional.of(doors.token());
        }
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (path.endsWith(KeySetEndpoint.SUFFIX)) {
            return Optional.of(doors.keySet());
        }
        return path.endsWith(OpenIdEndpoint.SUFFIX) ? Optional.of(doors.openId()) : Optional.empty();
    }
}
