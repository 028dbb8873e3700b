package io.github.cognitoconnector.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import io.github.cognitoconnector.testing.Choices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** What is wrong with apps, callers and the database, so that an alert tells of it. */
final class Causes {

    private static final CertificateAuthority ROOT = CertificateAuthority.root("Root of alerts", KeyKind.EC);

    private final AtomicInteger apps = new AtomicInteger();
    private final Replica replica;
    private final Upstream upstream;

    Causes(Replica replica, Upstream upstream) {
        this.replica = replica;
        this.upstream = upstream;
    }

    /** AWS knows the service's keys and no others. */
    String newAppWithUnknownKeys() {
        upstream.identities("""
                {"unknownKeys": "REFUSE", "keys": [{"accessKeyId": "embedded", "secretAccessKey": "embedded"}]}""");
        return newApp(Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    }

    String newAppWithRole() {
        return newApp(Choices.role("arn:aws:iam::111122223333:role/shop"));
    }

    /** One that ends soon. */
    String newAppWithCertificate(Duration left) {
        Instant now = Instant.now();
        return newApp(Choices.anywhere(
                ROOT.issue(Wish.endEntity("ends", KeyKind.EC).valid(now.minus(Duration.ofHours(1)), now.plus(left)))));
    }

    private String newApp(String credentials) {
        String id = "wrong-" + apps.incrementAndGet();
        replica.json("POST", "/v1/apps", """
                {"id": "%s", "name": "App", "userPoolId": "%s", "clientIds": ["nobody"]}""".formatted(id, upstream.newPool()), 201);
        replica.json("PUT", "/v1/apps/" + id + "/credentials", credentials, 200);
        return id;
    }

    void remove(String... ids) {
        for (String id : ids) {
            replica.remove("/v1/apps/" + id);
        }
    }

    int showToken(String token) {
        return replica.status("GET", "/v1/me", token, "");
    }

    /** A token that would be good if its key were the issuer's. */
    int showTokenOfUnknownKey() {
        String[] good = replica.token().split("\\.", -1);
        JsonNode header = Http.parse(new String(Base64.getUrlDecoder().decode(good[0]), StandardCharsets.UTF_8));
        String unknown = header.toString().replace(header.path("kid").textValue(), "unknown" + System.nanoTime());
        String first = Base64.getUrlEncoder().withoutPadding().encodeToString(unknown.getBytes(StandardCharsets.UTF_8));
        return showToken(first + "." + good[1] + "." + good[2]);
    }
}
