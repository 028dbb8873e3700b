package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.Locale;
import java.util.Optional;

/** What a request is about, as far as its quotas go; the body is read only for those quotas that need it. */
final class Call {

    private static final int LONGEST_NAME = 256;

    private final String operation;
    private final Request request;
    private Optional<JsonNode> members = Optional.empty();

    Call(String operation, Request request) {
        this.operation = operation;
        this.request = request;
    }

    String operation() {
        return operation;
    }

    String category() {
        boolean newPassword = QuotaCategories.isResponse(operation)
                && member("ChallengeName").equals(Optional.of("NEW_PASSWORD_REQUIRED"));
        return newPassword
                ? QuotaCategories.ACCOUNT_RECOVERY
                : QuotaCategories.of(operation).orElse("");
    }

    /** Empty for an operation without a pool. */
    Optional<String> pool() {
        return member("UserPoolId").or(() -> member("ClientId"));
    }

    /** The user as the request names him; a user of two names counts as two. */
    Optional<String> user() {
        return member("Username")
                .or(() -> text(body().path("AuthParameters").path("USERNAME")))
                .map(name -> pool().orElse("") + " " + name.toLowerCase(Locale.ROOT));
    }

    private Optional<String> member(String name) {
        return text(body().path(name));
    }

    /** Nothing for a name that is too long for anybody's: the operation will refuse it, and nobody shall remember it. */
    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).filter(text -> text.length() <= LONGEST_NAME);
    }

    private JsonNode body() {
        JsonNode body = members.or(() -> Json.parse(request.body())).orElse(MissingNode.getInstance());
        members = Optional.of(body);
        return body;
    }
}
