package io.github.cognitoconnector.embedded.cognito.sts;

import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.Caller;
import io.github.cognitoconnector.embedded.cognito.iam.Distrust;
import io.github.cognitoconnector.embedded.cognito.iam.Gatekeeper;
import io.github.cognitoconnector.embedded.cognito.iam.Principal;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** {@code POST /} with a form: AWS's query protocol, as AWS Security Token Service speaks it. */
public final class StsEndpoint implements Endpoint {

    private static final Logger LOG = Logger.getLogger(StsEndpoint.class);
    private static final String SERVICE = "sts";
    private static final String ASSUME_ROLE = "AssumeRole";
    private static final String GET_CALLER_IDENTITY = "GetCallerIdentity";
    private static final Map<String, Integer> STATUS = Map.of(
            "AccessDenied", 403,
            "MissingAuthenticationToken", 403,
            "SignatureDoesNotMatch", 403,
            "InvalidClientTokenId", 403,
            "ExpiredToken", 403,
            "RegionDisabledException", 403,
            "InternalFailure", 500,
            "InternalError", 500,
            "ServiceUnavailable", 503);

    private final Gatekeeper gatekeeper;
    private final AssumeRole assumeRole;

    public StsEndpoint(Gatekeeper gatekeeper, AssumeRole assumeRole) {
        this.gatekeeper = gatekeeper;
        this.assumeRole = assumeRole;
    }

    /** Whether the request is one of the query protocol, which shares its path with AWS JSON; a target is of the latter. */
    public static boolean isQuery(Request request) {
        return request.is("POST", "/")
                && Form.isIn(request)
                && request.header("x-amz-target").isEmpty();
    }

    @Override
    public String operation(Request request) {
        String action = action(Form.parse(request.body()));
        return action.equals(ASSUME_ROLE) || action.equals(GET_CALLER_IDENTITY) ? action : "Unknown";
    }

    private static String action(Optional<Form> form) {
        return form.flatMap(fields -> fields.find("Action")).orElse("");
    }

    @Override
    public Answer answer(Request request) {
        try {
            return perform(request);
        } catch (Distrust distrust) {
            return failure(distrust.flaw().queryCode(), distrust.text());
        } catch (Refusal refusal) {
            return failure(refusal.code(), refusal.text());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed", operation(request));
            return failure("InternalFailure", "The embedded Cognito has a fault; see its log.");
        }
    }

    private Answer perform(Request request) {
        Form form = Form.parse(request.body())
                .orElseThrow(() -> new Refusal("MalformedQueryString", "The query string contains a syntax error"));
        String action = action(Optional.of(form));
        String version = form.find("Version").orElse("");
        if (operation(request).equals("Unknown") || !version.equals("2011-06-15")) {
            throw new Refusal("InvalidAction", "Could not find operation %s for version %s".formatted(action, version));
        }
        Caller caller = gatekeeper.caller(request, SERVICE);
        return xml(200, action.equals(ASSUME_ROLE) ? assumeRole.perform(caller, form) : identity(caller.principal()));
    }

    /** Needs no permission, as at AWS. */
    private static String identity(Principal principal) {
        return Xml.response(
                GET_CALLER_IDENTITY,
                Xml.text("Arn", principal.arn()),
                Xml.text("UserId", principal.userId()),
                Xml.text("Account", principal.account()));
    }

    @Override
    public Answer failure(String code, String message) {
        String known = code.equals("TooManyRequestsException") ? "Throttling" : code;
        int status = STATUS.getOrDefault(known, 400);
        return xml(status, Xml.error(status >= 500, known, message));
    }

    private static Answer xml(int status, String body) {
        return Answer.of(status, "text/xml", body)
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }
}
