package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/** Finds out who signed a request, and says what he may not do. */
public final class Gatekeeper {

    private final Identities identities;
    private final SessionIssue sessions;
    private final InstantSource clock;

    public Gatekeeper(Identities identities, SessionIssue sessions, InstantSource clock) {
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Who sent the request. A key that is not known is believed whatever its signature, unless the control door says
     * otherwise.
     *
     * @param service as credential scopes name it
     * @throws Distrust if nobody did
     */
    public Caller caller(Request request, String service) {
        String header = request.header("authorization")
                .orElseThrow(() -> new Distrust(Flaw.UNSIGNED, "Request is missing Authentication Token"));
        String keyId = SigningHeader.keyId(header).orElse("");
        Optional<AccessKey> key = identities.key(keyId);
        if (key.isPresent()) {
            verify(key.get(), header, request, service);
            return new Caller(key.get().principal(), key);
        }
        if (sessions.isOwn(keyId)) {
            throw Distrust.expiredToken();
        }
        if (identities.refusesUnknownKeys()) {
            throw Distrust.unknownToken();
        }
        return new Caller(Principal.unknown(keyId), Optional.empty());
    }

    /** What AWS says to a caller who may not do this; empty if he may. */
    public Optional<String> denial(Caller caller, String action, String resource) {
        return caller.key()
                .flatMap(key -> identities.denial(key, action, resource))
                .map(reason -> "User: %s is not authorized to perform: %s on resource: %s %s"
                        .formatted(caller.principal().arn(), action, resource, reason));
    }

    /** The token before the signature, as AWS has to: it holds the secret there. */
    private void verify(AccessKey key, String authorization, Request request, String service) {
        SigningHeader header = SigningHeader.parse(authorization)
                .filter(parts -> parts.algorithm().equals(SignatureV4.ALGORITHM))
                .filter(parts -> request.header("x-amz-date").isPresent())
                .orElseThrow(() -> new Distrust(
                        Flaw.INCOMPLETE,
                        "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters, and"
                                + " existence of an 'X-Amz-Date' header."));
        checkToken(key, request.header("x-amz-security-token").orElse(""));
        SigningRules.complaint(header, request, service, clock.instant()).ifPresent(complaint -> {
            throw new Distrust(Flaw.WRONG_SIGNATURE, complaint);
        });
        if (!matches(header, request, key.secret())) {
            throw new Distrust(
                    Flaw.WRONG_SIGNATURE,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private void checkToken(AccessKey key, String token) {
        String expected = key.session().map(AccessKey.Session::token).orElse("");
        boolean right = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (key.revoked() || !right) {
            throw Distrust.unknownToken();
        }
        if (key.session()
                .filter(session -> !clock.instant().isBefore(session.expiresAt()))
                .isPresent()) {
            throw Distrust.expiredToken();
        }
    }

    private static boolean matches(SigningHeader header, Request request, String secret) {
        try {
            return SignatureV4.matches(header, request, secret);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
