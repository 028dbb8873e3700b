package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Plants what is behind a {@link Side}, and tells whether anybody has touched it. */
final class Landscape {

    /** The user and the group that the document's examples name. */
    static final String USER = "ada";

    static final String GROUP = "demo";

    /** Whose members operate apps. */
    static final String OPERATORS = "demo-admins";

    private static final List<String> GROUPS = List.of(GROUP, OPERATORS);

    private static final Map<String, String> WEB = new ConcurrentHashMap<>();

    private static final CognitoIdentityProviderClient SDK = Cognito.sdk();

    private Landscape() {}

    /** A new pool with users and groups, more than one of each, so that there are pages. */
    static Side inNewPool() {
        String pool = Doors.newPool();
        Side planned = new Side(Side.newMark(), Side.newMark(), pool, "", "", "");
        GROUPS.forEach(group -> SDK.createGroup(r -> r.userPoolId(pool).groupName(group)));
        SDK.createGroup(r -> r.userPoolId(pool).groupName(planned.group()).description(planned.poolSecret()));
        newUser(planned, USER);
        String sub = newUser(planned, planned.user());
        for (String user : List.of(USER, planned.user())) {
            for (String group : List.of(GROUP, planned.group())) {
                SDK.adminAddUserToGroup(r -> r.userPoolId(pool).username(user).groupName(group));
            }
        }
        return new Side(planned.mark(), planned.poolMark(), pool, sub, Doors.plant(planned), "");
    }

    /**
     * Registers the app and the second one, changed twice, so that there is more than one page to tell of them; with two jobs,
     * for the same reason.
     */
    static Side register(Side side, String... moreClients) {
        String clients = Stream.concat(Stream.of(side.client(), webClient(side.pool())), Stream.of(moreClients))
                .map(id -> '"' + id + '"')
                .collect(Collectors.joining(", "));
        for (String id : List.of(side.appId(), side.secondAppId())) {
            register(side, id, clients);
            change(id, side);
            change(id, side);
        }
        Work.plant(side);
        return side.with(Work.plant(side));
    }

    /** The client through which people sign up in the pool. */
    static String webClient(String pool) {
        return WEB.computeIfAbsent(pool, id -> Cognito.newClient(id).clientId());
    }

    static void change(String id, Side side) {
        json(Tokens.platform(), "{\"allowedGroups\": [\"" + side.secret() + "\"]}")
                .header("If-Match", "*")
                .patch("/v1/apps/" + id)
                .then()
                .statusCode(200);
    }

    /** The ids of all apps. */
    static List<String> apps() {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "/v1/apps?limit=60";
        while (next != null) {
            Response page = as(Tokens.platform()).get(next);
            ids.addAll(page.jsonPath().getList("items.id", String.class));
            String cursor = page.jsonPath().getString("nextCursor");
            next = cursor == null ? null : "/v1/apps?limit=60&cursor=" + cursor;
        }
        return ids;
    }

    private static void register(Side side, String id, String clients) {
        json(Tokens.platform(), """
                        {"id": "%s", "name": "%s", "userPoolId": "%s", "clientIds": [%s], "selfSignUp": true,
                         "roleMappings": {"demo": ["%s"]}, "operatorGroups": {"%s": ["users.read", "users.write",
                         "groups.read", "groups.write", "jobs.read", "jobs.write", "audit.read"]}}""".formatted(id, side.secret(), side.pool(), clients, side.secret(), OPERATORS))
                .post("/v1/apps")
                .then()
                .statusCode(201);
    }

    /**
     * All that a stranger could have changed.
     *
     * @param fresh begins the names of users and groups that others may put into the pool
     */
    static Map<String, String> state(Side side, String fresh) {
        Map<String, String> state = new TreeMap<>();
        for (String id : List.of(side.appId(), side.secondAppId())) {
            Response app = as(Tokens.platform()).get("/v1/apps/" + id);
            state.put("app " + id, app.statusCode() + " " + app.header("ETag") + " " + app.asString());
        }
        state.put("job", Work.state(side.job()));
        SDK.listUsersPaginator(r -> r.userPoolId(side.pool())).users().stream()
                .filter(user -> !user.username().startsWith(fresh))
                .forEach(user -> state.put("user " + user.username(), described(side, user)));
        SDK.listGroupsPaginator(r -> r.userPoolId(side.pool())).groups().stream()
                .filter(group -> !group.groupName().startsWith(fresh))
                .forEach(group ->
                        state.put("group " + group.groupName(), group.description() + " " + group.lastModifiedDate()));
        return state;
    }

    private static String described(Side side, UserType user) {
        List<String> groups =
                SDK.adminListGroupsForUser(r -> r.userPoolId(side.pool()).username(user.username())).groups().stream()
                        .map(group -> group.groupName())
                        .sorted()
                        .toList();
        return String.join(
                " ",
                String.valueOf(user.enabled()),
                user.userStatusAsString(),
                String.valueOf(user.userLastModifiedDate()),
                attributes(user).toString(),
                groups.toString(),
                Doors.state(side.pool(), user.username()));
    }

    private static Map<String, String> attributes(UserType user) {
        return user.attributes().stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value, (a, b) -> a, TreeMap::new));
    }

    private static String newUser(Side side, String username) {
        return SDK
                .adminCreateUser(r -> r.userPoolId(side.pool())
                        .username(username)
                        .messageAction(MessageActionType.SUPPRESS)
                        .userAttributes(attribute("email", side.email()), attribute("name", side.poolSecret())))
                .user()
                .attributes()
                .stream()
                .filter(a -> a.name().equals("sub"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
