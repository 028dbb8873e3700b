package io.github.cognitoconnector.embedded.cognito.control;

import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Reply;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Failures that are none of Cognito's codes but of the network, of a proxy, or of a forged key set. */
final class BrokenReplies {

    private static final int HUGE_BYTES = 32 << 20;
    private static final Set<String> KEY_SETS_ONLY = Set.of("HTML", "HUGE", "REDIRECT", "BAD_KEYS");
    private static final Map<String, BiFunction<Request, Answer, Reply>> REPLIES = Map.of(
            "HTTP_500", (request, answer) -> html(500, "Internal Server Error"),
            "RESET", (request, answer) -> new Reply.Reset(),
            "TRUNCATED", (request, answer) -> new Reply.Truncated(answer),
            "BLACKHOLE", (request, answer) -> new Reply.BlackHole(),
            "HTML", (request, answer) -> html(200, "Please sign in to the network"),
            "HUGE", (request, answer) -> Answer.json(200, "{\"keys\":[],\"pad\":\"" + "x".repeat(HUGE_BYTES) + "\"}"),
            "REDIRECT", (request, answer) -> redirect(request),
            "BAD_KEYS", (request, answer) -> badKeys(answer));

    private BrokenReplies() {}

    static boolean isKnown(String name) {
        return REPLIES.containsKey(name);
    }

    static boolean isForKeySetsOnly(String name) {
        return KEY_SETS_ONLY.contains(name);
    }

    static List<String> names() {
        return REPLIES.keySet().stream().sorted().toList();
    }

    /** The reply of this name; {@code answer} is what would have been sent. */
    static Reply of(String name, Request request, Answer answer) {
        BiFunction<Request, Answer, Reply> reply = REPLIES.get(name);
        return reply == null ? answer : reply.apply(request, answer);
    }

    private static Answer html(int status, String title) {
        return Answer.of(status, "text/html", "<html><head><title>" + title + "</title></head></html>");
    }

    /** Away from the document, to a path where a well-formed but foreign key set would be believed. */
    private static Answer redirect(Request request) {
        return Answer.of(302, "text/plain", "").with("location", "/_redirected" + request.path());
    }

    /** The right key ids over moduli that are no numbers. */
    private static Answer badKeys(Answer answer) {
        var keys = Json.parse(answer.body()).orElseGet(Json::object).path("keys");
        var broken = Json.object();
        var list = broken.putArray("keys");
        keys.forEach(key -> list.addObject()
                .put("kid", key.path("kid").asText())
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", "!not base64!")
                .put("e", "AQAB"));
        return Answer.json(200, Json.write(broken));
    }
}
