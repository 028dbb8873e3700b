package io.github.cognitoconnector.app;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an OpenID Connect client of the app needs to know. */
@Schema(examples = """
                {"issuer": "http://127.0.0.1:9229/us-east-1_demo",
                 "discoveryUrl": "http://127.0.0.1:9229/us-east-1_demo/.well-known/openid-configuration",
                 "jwksUri": "http://127.0.0.1:9229/us-east-1_demo/.well-known/jwks.json",
                 "clientIds": ["demoapp"]}""")
public record AppOidc(String issuer, String discoveryUrl, String jwksUri, List<String> clientIds) {

    static AppOidc of(App app, PoolIssuer issuers) {
        String issuer = issuers.of(app.userPoolId());
        return new AppOidc(
                issuer,
                issuer + "/.well-known/openid-configuration",
                issuer + "/.well-known/jwks.json",
                app.clientIds());
    }
}
