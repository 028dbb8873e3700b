package io.github.cognitoconnector.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Access tokens: real ones, and ones that a test signs itself with the issuer's own key. */
public final class Tokens {

    private static final Map<String, String> ISSUED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** Of the platform, with every permission. */
    public static String platform() {
        return ofClient("localoperator");
    }

    /** Of app {@code demo}. */
    public static String demo() {
        return ofClient("demoapp");
    }

    /** Of app {@code other}, in another pool. */
    public static String other() {
        return ofClient("otherapp");
    }

    private static String ofClient(String client) {
        return ISSUED.computeIfAbsent(
                client,
                c -> given().auth()
                        .preemptive()
                        .basic(c, c + "-secret")
                        .formParam("grant_type", "client_credentials")
                        .post(Cognito.endpoint() + "/oauth2/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
    }

    /** A client's token of app {@code demo} as Cognito would sign it, with these scopes of the service. */
    public static String withScopes(String... permissions) {
        return signed(claims -> claims.setStringClaim(
                "scope", Arrays.stream(permissions).map(p -> "connector/" + p).collect(Collectors.joining(" "))));
    }

    /** A token that is right but for what the changes do to its claims. */
    public static String signed(Consumer<JwtClaims> changes) {
        return signed(changes, jws -> {});
    }

    /** A token that is right but for what the changes do to its claims and header. */
    public static String signed(Consumer<JwtClaims> changes, Consumer<JsonWebSignature> header) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(Cognito.issuer(Cognito.DEMO_POOL));
        claims.setSubject("demoapp");
        claims.setStringClaim("client_id", "demoapp");
        claims.setStringClaim("token_use", "access");
        claims.setStringClaim("scope", "connector/users.read connector/users.write");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setJwtId(UUID.randomUUID().toString());
        changes.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKeyIdHeaderValue(keyId());
        jws.setKey(signingKey());
        header.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any header and claims, signed by the issuer's own key, however odd they are. */
    public static String signedText(String header, String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(signingKey());
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64.encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The id of the key that signs real access tokens. */
    public static String keyId() {
        String header = new String(Base64.getUrlDecoder().decode(demo().split("\\.", -1)[0]), StandardCharsets.UTF_8);
        return JsonPath.from(header).getString("kid");
    }

    private static RSAPrivateKey signingKey() {
        try {
            Path file = ConfigProvider.getConfig().getValue(TestPorts.SIGNING_KEY, Path.class);
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
            return (RSAPrivateKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
