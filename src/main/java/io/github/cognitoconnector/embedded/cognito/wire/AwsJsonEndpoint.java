package io.github.cognitoconnector.embedded.cognito.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code POST /} with an {@code X-Amz-Target}: finds the operation, checks the request, words the outcome. */
public final class AwsJsonEndpoint implements Endpoint {

    private static final Logger LOG = Logger.getLogger(AwsJsonEndpoint.class);
    private static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";
    private static final String UNKNOWN = "Unknown";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final Map<String, Integer> SERVER_FAULTS =
            Map.of("InternalErrorException", 500, "InternalFailure", 500, "ServiceUnavailable", 503);
    private static final Pattern SIGNED_REGION = Pattern.compile("Credential=[^/,\\s]+/\\d{8}/([a-z0-9-]{1,32})/");

    private final Map<String, Operation> operations;
    private final Callers callers;
    private final InstantSource clock;

    /** @param clock what answers are dated by */
    public AwsJsonEndpoint(Collection<Operation> operations, Callers callers, InstantSource clock) {
        this.callers = callers;
        this.clock = clock;
        this.operations =
                operations.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
    }

    /** The name in the target, or {@code Unknown} for one that Cognito does not have or a request that calls none. */
    @Override
    public String operation(Request request) {
        if (!isCall(request)) {
            return UNKNOWN;
        }
        String target = request.header("x-amz-target").orElse("");
        String name = target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : "";
        return OperationNames.isReal(name) ? name : UNKNOWN;
    }

    /** AWS takes a body of another type for no call at all. */
    private static boolean isCall(Request request) {
        return request.method().equals("POST")
                && request.header("content-type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(CONTENT_TYPE))
                        .isPresent();
    }

    @Override
    public Answer answer(Request request) {
        try {
            Operation operation = find(operation(request), request);
            Callers.Permission permission = operation.signed() ? callers.authenticate(request) : Callers.Permission.ALL;
            return success(operation.perform(input(request), permission));
        } catch (Refusal refusal) {
            return failure(refusal.code(), refusal.text());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed", operation(request));
            return failure("InternalErrorException", "The embedded Cognito has a fault; see its log.");
        }
    }

    private Operation find(String name, Request request) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw notBuilt(name);
        }
        if (operation.signed() && request.header("authorization").isEmpty()) {
            throw new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        return operation;
    }

    private static Refusal notBuilt(String name) {
        return name.equals(UNKNOWN)
                ? new Refusal("UnknownOperationException", "The operation is unknown.")
                : new Refusal("OperationNotEnabledException", "The embedded Cognito does not have " + name + ".");
    }

    private static Input input(Request request) {
        @Nullable JsonNode body = Json.parse(request.body()).orElse(null);
        if (body instanceof ObjectNode members) {
            Matcher region =
                    SIGNED_REGION.matcher(request.header("authorization").orElse(""));
            return new Input(members, region.find() ? region.group(1) : "us-east-1");
        }
        throw Refusal.serialization("The body is not a JSON object.");
    }

    private Answer success(ObjectNode members) {
        return answer(200, members);
    }

    /** Cognito's own errors are 400, but for those that are the server's fault. */
    @Override
    public Answer failure(String code, String message) {
        ObjectNode error = Json.object().put("__type", code).put("message", message);
        return answer(SERVER_FAULTS.getOrDefault(code, 400), error).with("x-amzn-ErrorType", code);
    }

    private Answer answer(int status, ObjectNode members) {
        return Answer.of(status, CONTENT_TYPE, Json.write(members))
                .with("x-amzn-RequestId", UUID.randomUUID().toString())
                .with(
                        "date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
