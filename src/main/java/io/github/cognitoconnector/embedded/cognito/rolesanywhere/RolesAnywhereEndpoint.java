package io.github.cognitoconnector.embedded.cognito.rolesanywhere;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.http.Answer;
import io.github.cognitoconnector.embedded.cognito.http.Endpoint;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.iam.AccessKey;
import io.github.cognitoconnector.embedded.cognito.iam.Identities;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.Role;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.TrustAnchor;
import io.github.cognitoconnector.embedded.cognito.iam.SessionIssue;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** {@code POST /sessions}: CreateSession of AWS IAM Roles Anywhere. */
public final class RolesAnywhereEndpoint implements Endpoint {

    public static final String PATH = "/sessions";

    private static final Logger LOG = Logger.getLogger(RolesAnywhereEndpoint.class);
    private static final Map<String, Integer> STATUS = Map.of(
            "AccessDeniedException", 403,
            "ResourceNotFoundException", 404,
            "TooManyRequestsException", 429,
            "ThrottlingException", 429,
            "InternalServerException", 500,
            "InternalFailure", 500,
            "ServiceUnavailable", 503);

    private final Identities identities;
    private final SessionIssue sessions;
    private final InstantSource clock;

    public RolesAnywhereEndpoint(Identities identities, SessionIssue sessions, InstantSource clock) {
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String operation(Request request) {
        return request.method().equals("POST") ? "CreateSession" : "Unknown";
    }

    @Override
    public Answer answer(Request request) {
        try {
            if (!request.method().equals("POST")) {
                return failure("UnknownOperationException", "The operation is unknown.");
            }
            return create(request);
        } catch (Refusal refusal) {
            return failure(refusal.code(), refusal.text());
        } catch (RuntimeException e) {
            LOG.error("CreateSession failed", e);
            return failure("InternalServerException", "The embedded Cognito has a fault; see its log.");
        }
    }

    @Override
    public Answer failure(String code, String message) {
        return json(STATUS.getOrDefault(code, 400), Json.object().put("message", message))
                .with("x-amzn-ErrorType", code);
    }

    private Answer create(Request request) {
        CertificateChain chain = CertificateChain.read(request);
        CertificateSignature.check(request, chain.endEntity(), clock.instant());
        SessionRequest wanted = SessionRequest.read(request);
        TrustAnchor anchor = identities
                .trustAnchor(wanted.trustAnchorArn())
                .orElseThrow(() -> new Refusal("ResourceNotFoundException", "Trust anchor not found"));
        chain.check(anchor.certificate(), clock.instant());
        Optional<Role> role = identities.role(wanted.role());
        if (role.filter(Role::denied).isPresent()) {
            throw CertificateSignature.denied(
                    "Unable to assume role for " + wanted.role().text());
        }
        AccessKey key = sessions.issue(new SessionIssue.Wish(
                wanted.role(), sessionName(wanted, chain.endEntity()), wanted.duration(), Optional.empty()));
        return json(201, answer(anchor, chain.endEntity(), key));
    }

    /** The serial number in hexadecimal digits, unless the caller has a better one. */
    private static String sessionName(SessionRequest wanted, X509Certificate certificate) {
        String serial = certificate.getSerialNumber().toString(16).toLowerCase(Locale.ROOT);
        return wanted.sessionName().orElse(serial.length() % 2 == 0 ? serial : "0" + serial);
    }

    private static ObjectNode answer(TrustAnchor anchor, X509Certificate certificate, AccessKey key) {
        AccessKey.Session session = key.session().orElseThrow();
        String subject = certificate.getSubjectX500Principal().getName();
        UUID subjectId = UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        ObjectNode answer = Json.object();
        ObjectNode set = answer.putArray("credentialSet").addObject();
        set.putObject("assumedRoleUser")
                .put("arn", key.principal().arn())
                .put("assumedRoleId", key.principal().userId());
        set.putObject("credentials")
                .put("accessKeyId", key.id())
                .put("expiration", session.expiresAt().toString())
                .put("secretAccessKey", key.secret())
                .put("sessionToken", session.token());
        set.put("packedPolicySize", 1).put("roleArn", session.role().text()).put("sourceIdentity", subject);
        return answer.put("subjectArn", anchor.arn().replaceFirst(":trust-anchor/.*", ":subject/" + subjectId));
    }

    private static Answer json(int status, ObjectNode body) {
        return Answer.json(status, Json.write(body))
                .with("x-amzn-RequestId", UUID.randomUUID().toString());
    }
}
