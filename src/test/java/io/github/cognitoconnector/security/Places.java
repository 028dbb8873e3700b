package io.github.cognitoconnector.security;

import static io.github.cognitoconnector.security.Place.inside;
import static io.github.cognitoconnector.security.Place.named;
import static io.github.cognitoconnector.security.Place.ofJob;
import static io.github.cognitoconnector.security.Place.outside;
import static io.github.cognitoconnector.security.Place.spelled;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.testing.RawHttp.Request;
import io.github.cognitoconnector.testing.ServedApi.Operation;
import io.github.cognitoconnector.testing.ServedApi.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where something of another app's can be put; for an operation's own parameters and members too. */
final class Places {

    /** The operation as the document shows it, with nothing of another app's. */
    static final Place PLAIN = inside("nothing", (plain, step) -> plain);

    /** The other app's id where an app's id belongs. */
    static final Place APP = spelled("path, app", (foreign, own) -> foreign);

    /** The other app's job where a job belongs. */
    static final Place JOB = ofJob("path, job", (foreign, own) -> foreign);

    static final String IDEMPOTENCY = "Idempotency-Key";

    /** A key that the other app's client uses. */
    static final Place KEY = header(IDEMPOTENCY, "");

    /** Parameters of paths that there is something foreign for. */
    static final Set<String> PLANTED = Set.of("appId", "user", "group", "username", "deviceKey", "provider", "job");

    private static final List<Place> SPELLINGS = List.of(
            APP,
            spelled("path, app, a letter encoded", (foreign, own) -> "%77" + foreign.substring(1)),
            spelled("path, app, a letter encoded twice", (foreign, own) -> "%2577" + foreign.substring(1)),
            spelled("path, app, upper case", (foreign, own) -> foreign.toUpperCase(Locale.ROOT)),
            spelled("path, app, slash before", (foreign, own) -> "/" + foreign),
            spelled("path, app, slash behind", (foreign, own) -> foreign + "/"),
            spelled("path, app, encoded slash before", (foreign, own) -> "%2F" + foreign),
            spelled("path, app, space behind", (foreign, own) -> foreign + "%20"),
            spelled("path, app, NUL behind", (foreign, own) -> foreign + "%00"),
            spelled("path, app, dot before", (foreign, own) -> "./" + foreign),
            spelled("path, app, up from own", (foreign, own) -> own + "/../" + foreign),
            spelled("path, app, up from own, encoded", (foreign, own) -> own + "/%2e%2E/" + foreign),
            spelled("path, app, up from own, slashes encoded", (foreign, own) -> own + "%2F..%2F" + foreign),
            spelled("path, app, behind own", (foreign, own) -> own + "/" + foreign),
            spelled("path, app, before own", (foreign, own) -> foreign + "/" + own),
            spelled("path, app, parameter of own", (foreign, own) -> own + ";" + foreign),
            spelled("path, app, with a parameter", (foreign, own) -> foreign + ";appId=" + own));

    private static final List<Place> JOBS = List.of(
            JOB,
            ofJob("path, job, a letter encoded", (foreign, own) -> "%77" + foreign.substring(1)),
            ofJob("path, job, the dot encoded", (foreign, own) -> foreign.replace(".", "%2E")),
            ofJob("path, job, upper case", (foreign, own) -> foreign.toUpperCase(Locale.ROOT)),
            ofJob("path, job, of own app", (foreign, own) -> app(own) + number(foreign)),
            ofJob("path, job, own job of his app", (foreign, own) -> app(foreign) + number(own)),
            ofJob("path, job, behind own app", (foreign, own) -> app(own) + "." + foreign),
            ofJob("path, job, before own", (foreign, own) -> foreign + "." + own),
            ofJob("path, job, up from own", (foreign, own) -> own + "/../" + foreign),
            ofJob("path, job, up from own, encoded", (foreign, own) -> own + "%2F..%2F" + foreign),
            ofJob("path, job, parameter of own", (foreign, own) -> app(own) + ";" + foreign),
            ofJob("path, job, with a parameter", (foreign, own) -> foreign + ";job=" + own),
            ofJob("path, job, slash before", (foreign, own) -> "/" + foreign));

    private static final List<Place> OUTSIDE = List.of(
            outside("path, slash at the end", (plain, step) -> plain.at(plain.path() + "/")),
            outside("path, own app in query", (plain, step) -> plain.asking("appId", own(step))),
            outside("path, own app in X-App-Id", (plain, step) -> plain.saying("X-App-Id", own(step))),
            outside(
                    "path, own app in X-Original-URL",
                    (plain, step) -> plain.saying("X-Original-URL", "/v1/apps/" + own(step))),
            outside("path, own app in body", (plain, step) -> plain.bringing("appId", own(step))),
            outside("path, another method", (plain, step) -> plain.saying("X-HTTP-Method-Override", "GET")),
            outside(
                    "path, a key of his",
                    (plain, step) -> plain.saying(IDEMPOTENCY, step.foreign().appId())),
            outside("path, any state", (plain, step) -> plain.saying("If-Match", "*")),
            outside(
                    "path, cursor",
                    (plain, step) -> takesCursor(step.operation()) ? plain.asking("cursor", step.cursor()) : plain));

    /** Headers that the service knows nothing of, each of which others take for the name of an app or its path. */
    static final List<Place> UNKNOWN_HEADERS = List.of(
            header("X-App-Id", ""),
            header("X-Tenant-Id", ""),
            header("X-Forwarded-Prefix", "/v1/apps/"),
            header("X-Forwarded-Path", "/v1/apps/"),
            header("X-Forwarded-Uri", "/v1/apps/"),
            header("X-Original-URL", "/v1/apps/"),
            header("X-Rewrite-URL", "/v1/apps/"),
            header("X-Forwarded-Host", ""),
            header("Forwarded", "for=127.0.0.1;host="),
            header("Cookie", "appId="),
            header("Referer", "http://localhost/v1/apps/"));

    /**
     * All of them name the same app, so that none takes the place of another. They are asked one by one if that makes any
     * difference.
     */
    static final Place TOGETHER = inside("headers, all unknown ones", (plain, step) -> {
        Request with = plain;
        for (Place header : UNKNOWN_HEADERS) {
            with = header.change().put(with, step);
        }
        return with;
    });

    private static final List<Place> INSIDE = List.of(
            PLAIN,
            TOGETHER,
            query("appId"),
            query("app_id"),
            query("app"),
            inside(
                    "query, userPoolId",
                    (plain, step) -> plain.asking("userPoolId", step.foreign().pool())),
            KEY,
            header("If-None-Match", ""),
            inside(
                    "header, X-User-Pool-Id",
                    (plain, step) ->
                            plain.saying("X-User-Pool-Id", step.foreign().pool())),
            inside(
                    "header, X-HTTP-Method-Override",
                    (plain, step) ->
                            plain.saying("X-HTTP-Method-Override", "DELETE").saying("X-Original-URL", theirs(step))),
            member("id", Side::appId),
            member("appId", Side::appId),
            member("userPoolId", Side::pool),
            member("region", side -> side.secondAppId()),
            member("clientId", Side::client),
            member("user", Side::user),
            named(
                    "user",
                    "path, user",
                    (plain, step) -> user(plain, step, step.foreign().user())),
            named(
                    "user",
                    "path, sub",
                    (plain, step) -> user(plain, step, step.foreign().sub())),
            named(
                    "user",
                    "path, sub:",
                    (plain, step) -> user(plain, step, "sub:" + step.foreign().sub())),
            named(
                    "user",
                    "path, email:",
                    (plain, step) -> user(plain, step, "email:" + step.foreign().email())),
            named(
                    "user",
                    "path, username:",
                    (plain, step) ->
                            user(plain, step, "username:" + step.foreign().user())),
            named(
                    "user",
                    "path, user, up to his app",
                    (plain, step) -> user(
                            plain,
                            step,
                            "..%2F..%2F" + step.foreign().appId() + "%2Fusers%2F"
                                    + step.foreign().user())),
            named(
                    "username",
                    "path, username",
                    (plain, step) -> plain.at(step.operation()
                            .path()
                            .replace("{appId}", own(step))
                            .replace("{username}", step.foreign().user()))),
            named(
                    "group",
                    "path, group",
                    (plain, step) -> plain.at(step.operation()
                            .path()
                            .replace("{appId}", own(step))
                            .replace("{user}", Landscape.USER)
                            .replace("{group}", step.foreign().group()))),
            named(
                    "deviceKey",
                    "path, deviceKey",
                    (plain, step) ->
                            belowUser(plain, step, "{deviceKey}", step.foreign().device())),
            named(
                    "provider",
                    "path, provider",
                    (plain, step) ->
                            belowUser(plain, step, "{provider}", step.foreign().provider())));

    private Places() {}

    /** All that an operation has for a caller. */
    static List<Place> of(Operation operation, boolean samePool) {
        Stream<Place> declared = operation.in("query").stream().map(parameter -> declared(parameter, samePool));
        return Stream.of(SPELLINGS.stream(), JOBS.stream(), OUTSIDE.stream(), INSIDE.stream(), declared)
                .flatMap(places -> places)
                .filter(place -> place.takes().test(operation, samePool))
                .toList();
    }

    private static Place declared(Parameter parameter, boolean samePool) {
        return inside(
                "query, " + parameter.name(),
                (plain, step) -> plain.asking(
                        parameter.name(),
                        switch (parameter.name()) {
                            case "cursor" -> step.cursor();
                            case "filter" ->
                                "username = \""
                                        + (samePool
                                                ? step.foreign().appId()
                                                : step.foreign().user()) + "\"";
                            default -> step.foreign().appId();
                        }));
    }

    private static Place query(String name) {
        return inside(
                "query, " + name,
                (operation, samePool) -> !operation.takes("query", name),
                (plain, step) -> plain.asking(name, step.foreign().appId()));
    }

    private static Place header(String name, String before) {
        return inside(
                "header, " + name,
                (plain, step) -> plain.saying(name, before + step.foreign().appId()));
    }

    private static Place member(String name, Function<Side, String> value) {
        return inside(
                "body, " + name,
                (operation, samePool) ->
                        operation.body().filter(JsonNode::isObject).isPresent(),
                (plain, step) -> plain.bringing(name, value.apply(step.foreign())));
    }

    private static Request user(Request plain, Place.Step step, String user) {
        String path = step.operation()
                .path()
                .replace("{appId}", own(step))
                .replace("{user}", user)
                .replace("{group}", Landscape.GROUP);
        for (Parameter parameter : step.operation().in("path")) {
            path = path.replace("{" + parameter.name() + "}", parameter.example());
        }
        return plain.at(path);
    }

    private static Request belowUser(Request plain, Place.Step step, String placeholder, String name) {
        return plain.at(step.operation()
                .path()
                .replace("{appId}", own(step))
                .replace("{user}", Landscape.USER)
                .replace(placeholder, name));
    }

    private static boolean takesCursor(Operation operation) {
        return operation.takes("query", "cursor");
    }

    private static String app(String job) {
        return job.substring(0, job.indexOf('.'));
    }

    private static String number(String job) {
        return job.substring(job.indexOf('.'));
    }

    private static String own(Place.Step step) {
        return step.own().appId();
    }

    private static String theirs(Place.Step step) {
        return "/v1/apps/" + step.foreign().appId() + "/users/" + step.foreign().user();
    }
}
