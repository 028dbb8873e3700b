package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.ServedApi.Parameter;
import io.github.cognitoconnector.testing.Tokens;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/**
 * A caller who asks about what is his, in a way that would succeed, and reaches for more.
 *
 * @param token empty for a caller without one
 * @param own the app that he acts on; the platform acts on a new one in the same pool for each change of an
 *     app
 */
record Walker(String name, Optional<String> token, Side own, Power power) {

    /** What a caller can do at all. */
    enum Power {
        /** Is refused everywhere. */
        NONE,
        /** Acts on his own app. */
        APP,
        /** Acts on all apps. */
        EVERYTHING
    }

    boolean acts() {
        return power != Power.NONE;
    }

    boolean platform() {
        return power == Power.EVERYTHING;
    }

    boolean samePool(Side other) {
        return own.pool().equals(other.pool());
    }

    /** The same, but makes nothing of his own to ask about: what he asks about is somebody else's. */
    Walker idle() {
        return new Walker(name, token, own, Power.NONE);
    }

    /** Begins the names of all users and groups that walkers make in this one's pool. */
    String fresh() {
        return "fresh-" + own.poolMark();
    }

    /** Asks for the operation with the document's examples, on users and groups made for it if it changes them. */
    Request plain(Operation operation) {
        Map<String, String> query = new TreeMap<>();
        operation.in("query").stream().filter(Parameter::required).forEach(p -> query.put(p.name(), p.example()));
        Map<String, String> headers = new TreeMap<>();
        token.ifPresent(t -> headers.put("Authorization", "Bearer " + t));
        operation.mediaType().ifPresent(type -> headers.put("Content-Type", type));
        if (operation.takes("header", "If-Match")) {
            headers.put("If-Match", "*");
        }
        String path = path(operation);
        return new Request(
                operation.method(), path, query, headers, operation.body().map(body -> adapted(body, path)));
    }

    private String path(Operation operation) {
        boolean makes = !operation.reads() && acts();
        String path = operation.path();
        if (operation.ofApp()) {
            path = path.replace("{appId}", makes && platform() && changesApp(operation) ? newApp() : own.appId());
        }
        if (path.contains("{user}")) {
            String user = makes ? newUser() : Landscape.USER;
            if (makes) {
                Doors.ready(own.pool(), user, operation.id());
            }
            path = path.replace("{user}", user);
            if (makes && path.contains("{deviceKey}")) {
                path = path.replace("{deviceKey}", Doors.newDevice(own.pool(), user));
            }
        } else if (path.contains("{username}") && makes) {
            path = path.replace("{username}", newSignUp());
        } else if (path.contains("{group}") && makes) {
            path = path.replace("{group}", newGroup());
        }
        if (operation.ofJob()) {
            path = path.replace("{job}", makes ? newJob(operation) : own.job());
        }
        path = path.replace("{group}", Landscape.GROUP);
        for (Parameter parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", parameter.example());
        }
        return path;
    }

    /** What is about one user, one group or one job of the app leaves the app as it is; a key is used once in an app. */
    private static boolean changesApp(Operation operation) {
        return operation.in("path").size() == 1 || operation.takes("header", Places.IDEMPOTENCY);
    }

    private JsonNode adapted(JsonNode example, String path) {
        return example instanceof ObjectNode object
                ? withCode(adapted(object), path)
                : TextNode.valueOf(example.asText().replace("grace", Api.unique(fresh())));
    }

    /** The examples name one thing each, which can be made but once, and the pool of the demo data. */
    private ObjectNode adapted(ObjectNode example) {
        ObjectNode body = example.deepCopy();
        String user = Api.unique(fresh());
        body.path("operations").forEach(operation -> put((ObjectNode) operation, "user", user));
        put(body, "username", Api.unique(fresh()));
        put(body, "name", Api.unique(fresh()));
        put(body, "id", Api.unique(fresh()));
        put(body, "userId", Api.unique(fresh()));
        put(body, "userPoolId", own.pool());
        if (body.has("clientIds")) {
            body.putArray("clientIds").add(own.client());
        }
        return body;
    }

    /** The code that was sent to whoever signed up under the name that the path ends with but for one word. */
    private ObjectNode withCode(ObjectNode body, String path) {
        if (body.has("code") && acts()) {
            String[] segments = path.split("/", -1);
            body.put("code", Cognito.code(address(segments[segments.length - 2])));
        }
        return body;
    }

    private static String address(String username) {
        return username + "@example.com";
    }

    private static void put(ObjectNode body, String member, String value) {
        if (body.has(member)) {
            body.put(member, value);
        }
    }

    private String newJob(Operation operation) {
        return Work.ready(own.job(), own.appId(), operation.id());
    }

    private String newApp() {
        String id = Api.unique(fresh());
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Walk", "userPoolId": "%s", "clientIds": ["%s", "%s"], "selfSignUp": true}""".formatted(id, own.pool(), own.client(), Landscape.webClient(own.pool())))
                .post("/v1/apps")
                .then()
                .statusCode(201);
        return id;
    }

    private String newUser() {
        String username = Api.unique(fresh());
        Cognito.sdk()
                .adminCreateUser(r -> r.userPoolId(own.pool())
                        .username(username)
                        .userAttributes(Doors.mail(username))
                        .messageAction(MessageActionType.SUPPRESS));
        return username;
    }

    private String newSignUp() {
        String username = Api.unique(fresh());
        Cognito.sdk()
                .signUp(r -> r.clientId(Landscape.webClient(own.pool()))
                        .username(username)
                        .password("Correct-Horse-42")
                        .userAttributes(AttributeType.builder()
                                .name("email")
                                .value(address(username))
                                .build()));
        return username;
    }

    private String newGroup() {
        String name = Api.unique(fresh());
        Cognito.sdk().createGroup(r -> r.userPoolId(own.pool()).groupName(name));
        return name;
    }
}
