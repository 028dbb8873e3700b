package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;

/** Tokens that must not be taken, most of them with a signature that is right. */
final class Forgeries {

    private static final KeyPair OWN = Jwts.newKey();

    private Forgeries() {}

    record Forgery(String name, String token) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Forgery> all() {
        return Stream.of(texts(), claims(), headers(), json(), naming("https://evil.example"), keys())
                .flatMap(kind -> kind);
    }

    private static Stream<Forgery> texts() {
        String right = Tokens.demo();
        String[] parts = right.split("\\.", -1);
        return Stream.of(
                new Forgery("not a token", "abc"),
                new Forgery("two parts", parts[0] + "." + parts[1]),
                new Forgery("four parts", right + "." + parts[2]),
                new Forgery("five parts", parts[0] + ".." + parts[1] + "." + parts[2] + "."),
                new Forgery("no signature", parts[0] + "." + parts[1] + "."),
                new Forgery("padding", right + "="),
                new Forgery("standard base64", right.replace('-', '+').replace('_', '/') + "+"),
                new Forgery("a line break", parts[0] + "." + parts[1] + "." + parts[2].substring(1)),
                new Forgery(
                        "another's signature",
                        parts[0] + "." + parts[1] + "." + Tokens.other().split("\\.", -1)[2]),
                new Forgery("another spelling of the signature", respelled(right)),
                new Forgery("changed claims", parts[0] + "." + promoted(parts[1]) + "." + parts[2]),
                new Forgery("no algorithm", Jwts.encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."));
    }

    private static Stream<Forgery> claims() {
        return Stream.of(
                new Forgery("id token", Tokens.signed(c -> c.setStringClaim("token_use", "id"))),
                new Forgery("refresh token", Tokens.signed(c -> c.setStringClaim("token_use", "refresh"))),
                new Forgery("no token_use", Tokens.signed(c -> c.unsetClaim("token_use"))),
                new Forgery("token_use in a list", Tokens.signed(c -> c.setClaim("token_use", List.of("access")))),
                new Forgery("expired", Tokens.signed(c -> c.setExpirationTime(secondsFromNow(-60)))),
                new Forgery("just expired", Tokens.signed(c -> c.setExpirationTime(secondsFromNow(-31)))),
                new Forgery("no expiry", Tokens.signed(c -> c.unsetClaim("exp"))),
                new Forgery("expiry as text", Tokens.signed(c -> c.setClaim("exp", "9999999999"))),
                new Forgery("expiry as a list", Tokens.signed(c -> c.setClaim("exp", List.of(9999999999L)))),
                new Forgery("expiry without end", Tokens.signed(c -> c.setClaim("exp", Long.MAX_VALUE))),
                new Forgery("expiry of true", Tokens.signed(c -> c.setClaim("exp", true))),
                new Forgery("not yet valid", Tokens.signed(c -> c.setNotBefore(secondsFromNow(90)))),
                new Forgery("not-before as text", Tokens.signed(c -> c.setClaim("nbf", "0"))),
                new Forgery("issued in the future", Tokens.signed(c -> c.setIssuedAt(secondsFromNow(90)))),
                new Forgery("no subject", Tokens.signed(c -> c.unsetClaim("sub"))),
                new Forgery("empty subject", Tokens.signed(c -> c.setSubject(""))),
                new Forgery("subject with a line break", Tokens.signed(c -> c.setSubject("a\nb"))),
                new Forgery("subject as a number", Tokens.signed(c -> c.setClaim("sub", 1))),
                new Forgery("unknown client", Tokens.signed(c -> c.setStringClaim("client_id", "nobody"))),
                new Forgery("no client", Tokens.signed(c -> c.unsetClaim("client_id"))),
                new Forgery("no client but an audience", Tokens.signed(c -> {
                    c.unsetClaim("client_id");
                    c.setAudience("demoapp");
                })),
                new Forgery("clients in a list", Tokens.signed(c -> c.setClaim("client_id", List.of("demoapp")))),
                new Forgery("client of another pool", Tokens.signed(c -> c.setStringClaim("client_id", "otherapp"))),
                new Forgery("client with a space", Tokens.signed(c -> c.setStringClaim("client_id", "demoapp "))),
                new Forgery("groups as text", Tokens.signed(c -> c.setStringClaim("cognito:groups", "demo-admins"))),
                new Forgery(
                        "scopes in a list", Tokens.signed(c -> c.setClaim("scope", List.of("connector/users.read")))),
                new Forgery("username as a number", Tokens.signed(c -> c.setClaim("username", 1))));
    }

    private static Stream<Forgery> headers() {
        return Stream.of(
                header("no key id", jws -> jws.getHeaders().setStringHeaderValue("kid", "")),
                header("unknown key", jws -> jws.setKeyIdHeaderValue("unknown")),
                header("a path for a key", jws -> jws.setKeyIdHeaderValue("../../../dev/null")),
                header("SQL for a key", jws -> jws.setKeyIdHeaderValue("' or 1=1 --")),
                header("symmetric key", jws -> {
                    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
                    jws.setKey(new HmacKey(new byte[64]));
                }),
                header("RS384", jws -> jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA384)),
                header("RS512", jws -> jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA512)),
                header("PS256", jws -> jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_PSS_USING_SHA256)),
                header("another type", jws -> jws.setHeader("typ", "dpop+jwt")),
                header("compressed", jws -> jws.setHeader("zip", "DEF")),
                header("nested", jws -> jws.setHeader("cty", "JWT")),
                header("own key", jws -> jws.setKey(OWN.getPrivate())));
    }

    private static Stream<Forgery> json() {
        String header = "{\"kid\":\"" + Tokens.keyId() + "\",\"alg\":\"RS256\"";
        String claims = claims(Tokens.signed(c -> {}));
        String open = claims.substring(0, claims.length() - 1);
        return Stream.of(
                text("critical, known", header + ",\"crit\":[\"exp\"],\"exp\":1}", claims),
                text("critical, unknown", header + ",\"crit\":[\"urn:x\"],\"urn:x\":1}", claims),
                text("critical, empty", header + ",\"crit\":[]}", claims),
                text("unencoded payload", header + ",\"b64\":false,\"crit\":[\"b64\"]}", claims),
                text("two algorithms", "{\"alg\":\"none\"," + header.substring(1) + "}", claims),
                text("two key ids", header + ",\"kid\":\"x\"}", claims),
                text("two scopes", header + "}", open + ",\"scope\":\"connector/apps.admin\"}"),
                text("two clients", header + "}", open + ",\"client_id\":\"localoperator\"}"),
                text("two clients, one escaped", header + "}", open + ",\"client\\u005fid\":\"localoperator\"}"),
                text("something behind the claims", header + "}", claims + "{}"),
                text("claims in a list", header + "}", "[" + claims + "]"),
                text("claims in a text", header + "}", "\"" + claims.replace("\"", "\\\"") + "\""),
                text("a comment", header + "}", claims + "/**/"),
                text("a byte order mark", header + "}", "\ufeff" + claims),
                text("header of null", "null", claims),
                text("without a key id", "{\"alg\":\"RS256\"}", claims),
                text("algorithm in a list", "{\"kid\":\"" + Tokens.keyId() + "\",\"alg\":[\"RS256\"]}", claims),
                text("lower case algorithm", header.replace("RS256", "rs256") + "}", claims));
    }

    /** Whose header or claims name a place to get keys from. */
    static Stream<Forgery> naming(String place) {
        String keys = place + "/.well-known/jwks.json";
        return Stream.of(
                new Forgery("unknown issuer", Tokens.signed(c -> c.setIssuer(place))),
                new Forgery("issuer with our pool", Tokens.signed(c -> c.setIssuer(place + "/" + Cognito.DEMO_POOL))),
                new Forgery(
                        "issuer in user information",
                        Tokens.signed(c -> c.setIssuer(
                                Cognito.issuer(Cognito.DEMO_POOL) + "@" + place.replaceFirst("https?://", "")))),
                new Forgery("issuers in a list", Tokens.signed(c -> c.setClaim("iss", List.of(place)))),
                header("jku", jws -> jws.setHeader("jku", keys)),
                header("x5u", jws -> jws.setHeader("x5u", keys)),
                header("x5c", jws -> jws.getHeaders().setObjectHeaderValue("x5c", List.of("MII="))),
                header(
                        "jwk",
                        jws -> jws.getHeaders()
                                .setObjectHeaderValue("jwk", Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB"))),
                header("place for a key id", jws -> jws.setKeyIdHeaderValue(keys)));
    }

    private static Stream<Forgery> keys() {
        String issuer = Cognito.issuer(Cognito.DEMO_POOL);
        return Stream.of(
                new Forgery("unknown pool", Tokens.signed(c -> c.setIssuer(Cognito.issuer("us-east-1_none")))),
                new Forgery("no issuer", Tokens.signed(c -> c.unsetClaim("iss"))),
                new Forgery("issuer with a slash behind", Tokens.signed(c -> c.setIssuer(issuer + "/"))),
                new Forgery("issuer in upper case", Tokens.signed(c -> c.setIssuer(issuer.replace("http:", "HTTP:")))),
                new Forgery(
                        "AWS's own issuer",
                        Tokens.signed(c -> c.setIssuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_demo"))),
                new Forgery(
                        "key of the id tokens",
                        Tokens.signed(c -> {}, jws -> jws.setKeyIdHeaderValue("id-" + Tokens.keyId()))),
                new Forgery(
                        "own key by the right id",
                        Jwts.signed(
                                        "{\"kid\":\"" + Tokens.keyId() + "\",\"alg\":\"RS256\"}",
                                        claims(Tokens.signed(c -> {})),
                                        OWN)
                                .text()));
    }

    private static Forgery header(String name, Consumer<JsonWebSignature> changes) {
        return new Forgery(name, Tokens.signed(claims -> {}, jws -> {
            jws.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            changes.accept(jws);
        }));
    }

    private static Forgery text(String name, String header, String claims) {
        return new Forgery(name, Tokens.signedText(header, claims));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    /** The last character of 256 bytes has four bits that mean nothing. */
    private static String respelled(String token) {
        int end = token.length() - 1;
        return token.substring(0, end) + (char) (token.charAt(end) + 1);
    }

    private static String promoted(String payload) {
        String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return Jwts.encoded(claims.replace("connector/users.read", "connector/apps.admin"));
    }

    private static NumericDate secondsFromNow(int seconds) {
        NumericDate date = NumericDate.now();
        date.addSeconds(seconds);
        return date;
    }
}
