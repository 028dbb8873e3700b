package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.Registration;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** {@code /_control/…}: lets tests make the embedded Cognito as awkward as the real one can be. */
public final class ControlDoor {

    public static final String PREFIX = "/_control/";

    private static final long MAX_OFFSET_SECONDS = Duration.ofDays(36_500).toSeconds();
    private static final long MAX_STALENESS_MS = Duration.ofHours(1).toMillis();
    private static final Set<String> PAGED = Set.of(
            "ListUsers",
            "ListGroups",
            "ListUsersInGroup",
            "AdminListGroupsForUser",
            "ListUserPools",
            "ListUserPoolClients",
            "ListResourceServers",
            "ListIdentityProviders",
            "ListUserImportJobs",
            "ListDevices",
            "AdminListDevices",
            "AdminListUserAuthEvents");

    private final Trouble trouble;
    private final Levers levers;
    private final Map<String, Consumer<String>> actions;

    public ControlDoor(Trouble trouble, Levers levers) {
        this.trouble = trouble;
        this.levers = levers;
        this.actions = Map.of(
                "PUT faults",
                body -> trouble.faults().replace(FaultReader.read(body)),
                "PUT quotas",
                this::quotas,
                "PUT pages",
                this::pages,
                "PUT staleness",
                this::staleness,
                "PUT clock",
                this::clock,
                "PUT identities",
                body -> levers.identities().replace(IdentityReader.read(body)),
                "POST rotate-keys",
                body -> levers.keys().rotate(),
                "POST federated-users",
                body -> ArrivalReader.signIn(levers.federatedSignIns(), body),
                "POST reset",
                body -> reset());
    }

    /** 204 when done, 400 with a sentence for a body that is not understood, 404 for what is not there. */
    public Answer answer(Request request) {
        String door = request.method() + " " + request.path().substring(PREFIX.length());
        Consumer<String> action = actions.get(door);
        if (action == null) {
            return view(door);
        }
        try {
            action.accept(request.body());
            return new Answer(204, Map.of(), "");
        } catch (Complaint complaint) {
            return message(400, complaint.sentence());
        }
    }

    private Answer view(String door) {
        return switch (door) {
            case "GET stats" -> Answer.json(200, Json.write(trouble.stats().describe()));
            case "GET messages" -> Answer.json(200, Json.write(messages()));
            default -> message(404, "The control door has no " + door + ".");
        };
    }

    private static Answer message(int status, String sentence) {
        return Answer.json(status, Json.write(Json.object().put("message", sentence)));
    }

    private JsonNode messages() {
        var list = Json.array();
        for (Message message : levers.outbox().newestFirst()) {
            boolean invitation = message.kind() == Message.Kind.INVITATION;
            list.addObject()
                    .put("kind", message.kind().name())
                    .put("medium", message.medium().name())
                    .put("userPoolId", message.recipient().userPoolId())
                    .put("username", message.recipient().username())
                    .put("destination", message.recipient().destination())
                    .put(invitation ? "temporaryPassword" : "code", message.secret())
                    .put("sentAt", message.sentAt().toString());
        }
        return list;
    }

    private void quotas(String body) {
        Map<String, Double> rates = new HashMap<>();
        ControlBody.numbers(
                        body,
                        Quotas.names(),
                        number -> number.isNumber() && number.doubleValue() >= 0,
                        "a number of requests a second, 0 or more")
                .forEach((category, number) -> rates.put(category, number.doubleValue()));
        trouble.quotas().replace(rates);
    }

    private void pages(String body) {
        Map<String, Integer> caps = new HashMap<>();
        ControlBody.numbers(body, PAGED, number -> ControlBody.isWhole(number, 1, 60), "a whole number from 1 to 60")
                .forEach((operation, number) -> caps.put(operation, number.intValue()));
        levers.lists().pages().replace(caps);
    }

    private void staleness(String body) {
        Map<String, JsonNode> windows = ControlBody.numbers(
                body,
                Set.of("ListUsers"),
                number -> ControlBody.isWhole(number, 0, MAX_STALENESS_MS),
                "a whole number of milliseconds, an hour at most");
        JsonNode millis = windows.get("ListUsers");
        levers.lists().staleness().set(Duration.ofMillis(millis == null ? 0 : millis.longValue()));
    }

    private void clock(String body) {
        Map<String, JsonNode> offset = ControlBody.numbers(
                body,
                Set.of("offsetSeconds"),
                number -> ControlBody.isWhole(number, -MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS),
                "a whole number of seconds, a century at most");
        JsonNode seconds = offset.get("offsetSeconds");
        if (seconds == null) {
            throw new Complaint("The body must have \"offsetSeconds\".");
        }
        levers.clock().shift(Duration.ofSeconds(seconds.longValue()));
    }

    /** Everything but data and keys; sessions of roles are data. */
    private void reset() {
        trouble.faults().replace(List.of());
        trouble.quotas().replace(Map.of());
        trouble.stats().clear();
        levers.lists().pages().replace(Map.of());
        levers.lists().staleness().set(Duration.ZERO);
        levers.clock().shift(Duration.ZERO);
        levers.outbox().clear();
        levers.identities().replace(Registration.NONE);
    }
}
