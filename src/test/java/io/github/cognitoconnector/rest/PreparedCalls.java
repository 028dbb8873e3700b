package io.github.cognitoconnector.rest;

import static io.github.cognitoconnector.testing.Api.DEMO;
import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.newGroup;
import static io.github.cognitoconnector.testing.Api.newUser;
import static io.github.cognitoconnector.testing.Api.unique;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For every mutation a call that succeeds, on something of its own. */
final class PreparedCalls {

    private static final List<String> APPS = new ArrayList<>();

    private PreparedCalls() {}

    /** Makes what the call is about. */
    @FunctionalInterface
    interface Preparation {
        Call prepare();
    }

    /** @param seen where it shows what the call has done */
    record Call(String method, String path, @Nullable String body, String seen) {

        Response send(String query) {
            var request = as(Tokens.platform()).header("If-Match", "*");
            if (body != null) {
                request.contentType("application/json").body(body);
            }
            return request.request(method, path + "?" + query);
        }

        String state() {
            Response found = as(Tokens.platform()).get(seen);
            return found.statusCode() == 200 ? found.asString() : String.valueOf(found.statusCode());
        }
    }

    static Map<String, Preparation> all() {
        Map<String, Preparation> all = new TreeMap<>();
        apps(all);
        secrets(all);
        users(all);
        groups(all);
        return all;
    }

    private static void apps(Map<String, Preparation> all) {
        all.put("createApp", () -> {
            String id = unique("app-");
            APPS.add(id);
            return new Call("POST", "/v1/apps", app(id), "/v1/apps/" + id);
        });
        all.put("updateApp", () -> of(newApp(), "PATCH", "", "{\"name\": \"Other\"}"));
        all.put("deleteApp", () -> of(newApp(), "DELETE", "", null));
        all.put("changeAppCredentials", () -> of(newApp(), "PUT", "/credentials", "{\"type\": \"DEFAULT\"}"));
    }

    private static void secrets(Map<String, Preparation> all) {
        all.put("reencryptSecrets", () -> new Call("POST", "/v1/secrets/re-encryption", null, DEMO));
    }

    private static void users(Map<String, Preparation> all) {
        all.put("createUser", () -> {
            String name = unique("user-");
            String body = """
                    {"username": "%s", "groups": ["demo", "demo-admins"], "attributes": {"nickname": "x"}}""".formatted(name);
            return new Call("POST", DEMO + "/users", body, DEMO + "/users/" + name);
        });
        all.put("updateUser", () -> ofUser("PATCH", "", "{\"attributes\": {\"nickname\": \"x\"}}"));
        all.put("deleteUser", () -> ofUser("DELETE", "", null));
        all.put("enableUser", () -> {
            Call call = ofUser("POST", "/enable", null);
            as(Tokens.demo()).post(call.seen + "/disable").then().statusCode(204);
            return call;
        });
        all.put("disableUser", () -> ofUser("POST", "/disable", null));
        all.put("signOutUser", () -> ofUser("POST", "/sign-out", null));
        all.put("setUserPassword", () -> ofUser("PUT", "/password", "{\"password\": \"Correct-Horse-42\"}"));
        all.put("inviteUser", () -> ofUser("POST", "/invitation", "{}"));
        all.put("resetUserPassword", () -> {
            Call call = ofUser("POST", "/password-reset", null);
            json(Tokens.demo(), "{\"password\": \"Correct-Horse-42\", \"permanent\": true}")
                    .put(call.seen + "/password")
                    .then()
                    .statusCode(204);
            json(Tokens.demo(), "{\"attributes\": {\"email\": \"x@example.com\", \"email_verified\": \"true\"}}")
                    .patch(call.seen)
                    .then()
                    .statusCode(200);
            return call;
        });
    }

    private static void groups(Map<String, Preparation> all) {
        all.put("createGroup", () -> {
            String name = unique("group-");
            return new Call("POST", DEMO + "/groups", "{\"name\": \"" + name + "\"}", DEMO + "/groups/" + name);
        });
        all.put("addUserToGroup", () -> {
            String user = DEMO + "/users/" + newUser();
            return new Call("PUT", user + "/groups/" + newGroup(), null, user + "/groups");
        });
        all.put("removeUserFromGroup", () -> {
            String user = DEMO + "/users/" + newUser();
            String group = user + "/groups/" + newGroup();
            as(Tokens.demo()).put(group).then().statusCode(204);
            return new Call("DELETE", group, null, user + "/groups");
        });
    }

    /** Calls that are refused, with their status. */
    static Map<Call, Integer> refused() {
        String nobody = DEMO + "/users/nobody-" + unique("");
        return Map.of(
                new Call("POST", DEMO + "/users", "{\"username\": \"ada\"}", DEMO), 409,
                new Call("POST", DEMO + "/users", "{\"username\": \"x\", \"groups\": [\"no\"]}", DEMO), 422,
                new Call("POST", DEMO + "/groups", "{\"name\": \"demo\"}", DEMO), 409,
                new Call("POST", "/v1/apps", app("demo"), DEMO), 409,
                new Call("POST", nobody + "/disable", null, DEMO), 404,
                new Call("POST", nobody + "/enable", null, DEMO), 404,
                new Call("DELETE", nobody, null, DEMO), 404,
                new Call("PUT", nobody + "/groups/demo", null, DEMO), 404,
                new Call("PUT", DEMO + "/users/ada/groups/no", null, DEMO), 404,
                new Call("PUT", DEMO + "/users/ada/password", "{\"password\": \"weakness\"}", DEMO), 422);
    }

    static void leave() {
        APPS.forEach(id -> as(Tokens.platform()).header("If-Match", "*").delete("/v1/apps/" + id));
        APPS.clear();
    }

    private static Call ofUser(String method, String below, @Nullable String body) {
        String user = DEMO + "/users/" + newUser();
        return new Call(method, user + below, body, user);
    }

    private static Call of(String app, String method, String below, @Nullable String body) {
        return new Call(method, "/v1/apps/" + app + below, body, "/v1/apps/" + app);
    }

    private static String newApp() {
        String id = unique("app-");
        APPS.add(id);
        json(Tokens.platform(), app(id)).post("/v1/apps").then().statusCode(201);
        return id;
    }

    private static String app(String id) {
        return "{\"id\": \"%s\", \"name\": \"Walked\", \"userPoolId\": \"%s\", \"clientIds\": [\"walked\"]}"
                .formatted(id, Cognito.DEMO_POOL);
    }
}
