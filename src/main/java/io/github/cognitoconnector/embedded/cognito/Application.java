package io.github.cognitoconnector.embedded.cognito;

import io.github.cognitoconnector.embedded.cognito.control.ControlDoor;
import io.github.cognitoconnector.embedded.cognito.control.Guard;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.CrossOrigin;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Intake;
import io.github.cognitoconnector.embedded.cognito.http.Reply;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.http.Responder;
import io.github.cognitoconnector.embedded.cognito.importjob.UploadEndpoint;
import io.github.cognitoconnector.embedded.cognito.rolesanywhere.RolesAnywhereEndpoint;
import io.github.cognitoconnector.embedded.cognito.sts.StsEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.KeySetEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.OpenIdEndpoint;
import io.github.cognitoconnector.embedded.cognito.token.TokenEndpoint;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Everything behind the port, by path. */
record Application(Doors doors, Guard guard, ControlDoor control, InstantSource clock) implements Responder {

    record Doors(
            Endpoint operations,
            Endpoint token,
            Endpoint keySet,
            Endpoint openId,
            UploadEndpoint uploads,
            Identity identity) {}

    /** The services of AWS that say whose keys they are. */
    record Identity(Endpoint sts, Endpoint rolesAnywhere) {}

    @Override
    public Intake intake(Request head) {
        return UploadEndpoint.isUpload(head) ? doors.uploads().intake(head) : Responder.super.intake(head);
    }

    /** The control door is for tests alone: a page that somebody happens to have open must not reach it. */
    @Override
    public Reply reply(Request request) {
        if (request.path().startsWith(ControlDoor.PREFIX)) {
            return CrossOrigin.isFromPage(request)
                    ? Answer.json(403, "{\"message\":\"The control door is closed to pages in a browser.\"}")
                    : control.answer(request);
        }
        return CrossOrigin.isPreflight(request)
                ? CrossOrigin.preflight()
                : CrossOrigin.readable(request, answer(request));
    }

    private Reply answer(Request request) {
        return find(request)
                .map(endpoint -> dated(guard.reply(endpoint, request)))
                .orElseGet(() -> Answer.json(404, "{\"message\":\"There is nothing here.\"}"));
    }

    /** A client whose signature is too old learns here how wrong its clock is. */
    private Reply dated(Reply reply) {
        return reply instanceof Answer answer
                ? answer.with(
                        "date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)))
                : reply;
    }

    private Optional<Endpoint> find(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return Optional.of(StsEndpoint.isQuery(request) ? doors.identity().sts() : doors.operations());
        }
        if (path.equals(TokenEndpoint.PATH)) {
            return Optional.of(doors.token());
        }
        if (path.equals(RolesAnywhereEndpoint.PATH)) {
            return Optional.of(doors.identity().rolesAnywhere());
        }
        if (UploadEndpoint.isUpload(request)) {
            return Optional.of(doors.uploads());
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
