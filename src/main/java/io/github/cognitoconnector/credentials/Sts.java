package io.github.cognitoconnector.credentials;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.problem.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.utils.StringUtils;

/**
 * Calls of the AWS Security Token Service.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">AWS STS</a>
 */
@ApplicationScoped
public class Sts {

    static final String SERVICE = "sts";

    /** Codes by which STS says that it is busy or broken, not that it refuses. */
    private static final Set<String> BUSY = Set.of("Throttling", "ThrottlingException", "RequestLimitExceeded");

    /** What to do about the codes by which STS refuses. */
    private static final Map<String, String> ADVICE = Map.of(
            "AccessDenied",
            "STS does not let the service assume the role. Check the role's trust policy: principal and external id.",
            "ValidationError",
            "STS takes the role, or the duration of its sessions, as not valid. Compare with the role's maximum.",
            "InvalidClientTokenId",
            "AWS does not know the access key id.",
            "SignatureDoesNotMatch",
            "The secret access key does not fit the access key id.",
            "ExpiredToken",
            "The session has expired.",
            "ExpiredTokenException",
            "The session has expired.",
            "RegionDisabledException",
            "STS is not activated for this region in the account.");

    private final StsClients clients;

    Sts(StsClients clients) {
        this.clients = clients;
    }

    /**
     * A session of the role, for one user pool and nothing else.
     *
     * @param region whose STS is asked
     * @param sessionName what CloudTrail will say of whoever uses the session
     * @throws ProblemException {@code CREDENTIALS_REJECTED}, {@code UPSTREAM_UNAVAILABLE}
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
     */
    Session assumeRole(CredentialChoice.AssumeRole role, String region, String sessionName, String sessionPolicy) {
        try {
            AssumeRoleResponse answer = clients.of(region)
                    .assumeRole(r -> r.roleArn(role.roleArn())
                            .roleSessionName(sessionName)
                            .externalId(role.externalId())
                            .durationSeconds(Math.toIntExact(role.duration().toSeconds()))
                            .policy(sessionPolicy));
            return session(answer.credentials()).orElseThrow(Sts::noSession);
        } catch (SdkException e) {
            throw translate(e);
        }
    }

    /** None if it is not whole, as where somebody else answers than STS. */
    private static Optional<Session> session(@Nullable Credentials c) {
        return c == null
                        || c.expiration() == null
                        || Stream.of(c.accessKeyId(), c.secretAccessKey(), c.sessionToken())
                                .anyMatch(StringUtils::isBlank)
                ? Optional.empty()
                : Optional.of(new Session(
                        AwsSessionCredentials.create(c.accessKeyId(), c.secretAccessKey(), c.sessionToken()),
                        c.expiration()));
    }

    private static ProblemException noSession() {
        return ProblemException.upstream(
                ProblemType.UPSTREAM_UNAVAILABLE,
                "STS gave an answer that cannot be used.",
                new Upstream(SERVICE, null, null),
                new IllegalStateException("There is no session in it."));
    }

    /**
     * Who AWS takes the holder of these credentials for; no permission is needed.
     *
     * @throws ProblemException {@code CREDENTIALS_REJECTED}, {@code UPSTREAM_UNAVAILABLE}
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
     */
    public CallerIdentity callerIdentity(
            IdentityProvider<? extends AwsCredentialsIdentity> credentials, String region) {
        try {
            GetCallerIdentityResponse answer = clients.of(region)
                    .getCallerIdentity(r -> r.overrideConfiguration(o -> o.credentialsProvider(credentials)));
            return new CallerIdentity(answer.account(), answer.arn());
        } catch (SdkException e) {
            throw translate(e);
        }
    }

    private static ProblemException translate(SdkException e) {
        if (!(e instanceof AwsServiceException answer)) {
            return ProblemException.within(e)
                    .orElseGet(() -> ProblemException.upstream(
                            ProblemType.UPSTREAM_UNAVAILABLE,
                            "STS cannot be reached, so there is no session.",
                            new Upstream(SERVICE, null, null),
                            e));
        }
        String code = code(answer);
        Upstream upstream = new Upstream(SERVICE, code, answer.requestId());
        return answer.statusCode() >= 500 || answer.isThrottlingException() || (code != null && BUSY.contains(code))
                ? ProblemException.upstream(ProblemType.UPSTREAM_UNAVAILABLE, "STS is busy or broken.", upstream, e)
                : ProblemException.upstream(
                        ProblemType.CREDENTIALS_REJECTED,
                        ADVICE.getOrDefault(String.valueOf(code), "STS refused the credentials."),
                        upstream,
                        e);
    }

    private static @Nullable String code(AwsServiceException e) {
        return e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    }
}
