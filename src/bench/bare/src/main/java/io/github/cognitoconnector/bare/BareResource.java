package io.github.cognitoconnector.bare;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Answers what an app's OpenID Connect view in the service does, to anybody and without looking anything up. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class BareResource {

    private static final String ISSUER = "http://127.0.0.1:9229/us-east-1_demo";

    /** As the service has it. */
    public record Oidc(String issuer, String discoveryUrl, String jwksUri, List<String> clientIds) {}

    @GET
    public String get() {
        return "bare";
    }

    /** At a path that the training of the cache asks for. */
    @GET
    @Path("v1/me")
    public Oidc json() {
        return new Oidc(
                ISSUER,
                ISSUER + "/.well-known/openid-configuration",
                ISSUER + "/.well-known/jwks.json",
                List.of("nobody"));
    }
}
