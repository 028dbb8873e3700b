package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.testing.CertificateAuthority;
import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import io.github.cognitoconnector.testing.Choices;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialsTest {

    private static final String APPS = "/v1/apps";
    private static final CertificateAuthority ROOT = CertificateAuthority.root("Test root", KeyKind.EC);

    @Test
    void ofStaticKeysOnlyTheEndIsShown() {
        String app = newApp();
        put(app, Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("credentials", equalTo(Map.of("type", "STATIC", "accessKeyIdLast4", "MPLE", "version", 2)))
                .body(not(containsString("IOSFODNN7")))
                .body(not(containsString("wJalr")));
        as(Tokens.platform())
                .get(app)
                .then()
                .body("credentials", equalTo(Map.of("type", "STATIC", "accessKeyIdLast4", "MPLE", "version", 2)));
    }

    @Test
    void theExternalIdIsMadeOnceForAnApp() {
        String app = newApp();
        String id = put(app, Choices.role("arn:aws:iam::111122223333:role/shop"))
                .statusCode(200)
                .body("credentials.type", equalTo("ASSUME_ROLE"))
                .body("credentials.roleArn", equalTo("arn:aws:iam::111122223333:role/shop"))
                .body("credentials.durationSeconds", equalTo(3600))
                .extract()
                .path("credentials.externalId");
        assertThat(UUID.fromString(id)).isNotNull();
        put(app, "{\"type\": \"DEFAULT\"}")
                .statusCode(200)
                .body("credentials", equalTo(Map.of("type", "DEFAULT", "version", 3)));
        put(app, Choices.role("arn:aws:iam::111122223333:role/path/to/other"))
                .statusCode(200)
                .body("credentials.externalId", equalTo(id));
        put(newApp(), Choices.role("arn:aws:iam::111122223333:role/shop"))
                .statusCode(200)
                .body("credentials.externalId", not(equalTo(id)));
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void ofACertificateSubjectAndEndAreShown(KeyKind kind) {
        Issued issued = ROOT.intermediate("Below", KeyKind.RSA).issue("webshop", kind);
        ValidatableResponse answer = put(newApp(), Choices.anywhere(issued)).statusCode(200);
        Map<String, Object> shown = answer.extract().path("credentials");
        assertThat(shown.keySet())
                .isEqualTo(Set.of(
                        "type",
                        "version",
                        "roleArn",
                        "durationSeconds",
                        "trustAnchorArn",
                        "profileArn",
                        "certificateSubject",
                        "certificateExpiresAt",
                        "warnings"));
        answer.body("credentials.certificateSubject", containsString("CN=webshop"))
                .body(
                        "credentials.certificateExpiresAt",
                        equalTo(firstEnd(issued).toString()))
                .body("credentials.warnings.code", equalTo(List.of("certificate-expires")))
                .body(not(containsString("BEGIN")));
    }

    private static Instant firstEnd(Issued issued) {
        return Stream.concat(Stream.of(issued.certificate()), issued.chain().stream())
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    @Test
    void anAppCanBeCreatedWithCredentials() {
        String id = unique("app-");
        String keys = Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        json(Tokens.platform(), app(id, keys))
                .post(APPS)
                .then()
                .statusCode(201)
                .body("credentials", equalTo(Map.of("type", "STATIC", "accessKeyIdLast4", "MPLE", "version", 1)));
        json(Tokens.platform(), app(unique("app-"), "{\"type\": \"STATIC\"}"))
                .post(APPS)
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", containsInAnyOrder("/credentials/accessKeyId", "/credentials/secretAccessKey"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATIC", "ASSUME_ROLE", "ROLES_ANYWHERE", "NONSENSE"})
    void whatIsMissingIsNamed(String type) {
        put(newApp(), "{\"type\": \"" + type + "\"}")
                .spec(problem(422, "validation-failed"))
                .body(
                        "errors.pointer",
                        equalTo(
                                switch (type) {
                                    case "STATIC" -> List.of("/accessKeyId", "/secretAccessKey");
                                    case "ASSUME_ROLE" -> List.of("/roleArn");
                                    case "ROLES_ANYWHERE" ->
                                        List.of(
                                                "/certificate",
                                                "/privateKey",
                                                "/profileArn",
                                                "/roleArn",
                                                "/trustAnchorArn");
                                    default -> List.of("/type");
                                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accessKeyId | AKIA",
                "accessKeyId | AKIAIOSFODNN7 EXAMPLE",
                "accessKeyId | ASIAIOSFODNN7EXAMPLE",
                "secretAccessKey | canary",
                "secretAccessKey | canary canary canary",
                "secretAccessKey | canary-canary-canäry",
            })
    void keysOfAnotherFormAreNoKeys(String field, String value) {
        String keys = Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                .replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"" + value + "\"");
        put(newApp(), keys)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/" + field)))
                .body(not(containsString("canary")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:iam::111122223333:user/shop | 3600 | /roleArn",
                "arn:aws:iam::1111:role/shop | 3600 | /roleArn",
                "shop | 3600 | /roleArn",
                "arn:aws:iam::111122223333:role/shop | 899 | /durationSeconds",
                "arn:aws:iam::111122223333:role/shop | 43201 | /durationSeconds",
                "arn:aws-cn:iam::111122223333:role/shop | 3600 | /roleArn",
            })
    void aRoleHasToBeOneAndItsDurationInRange(String role, int seconds, String pointer) {
        put(newApp(), Choices.role(role).replace("}", ", \"durationSeconds\": " + seconds + "}"))
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @ParameterizedTest
    @CsvSource({
        "externalId, chosen",
        "sessionPolicy, {}",
        "endpoint, http://attacker.example",
        "region, eu-west-1",
        "url, http://attacker.example"
    })
    void nothingElseIsTaken(String property, String value) {
        String role = Choices.role("arn:aws:iam::111122223333:role/shop")
                .replace("}", ", \"" + property + "\": \"" + value + "\"}");
        put(newApp(), role)
                .spec(problem(400, "invalid-request"))
                .body("errors.pointer", equalTo(List.of("/" + property)));
    }

    @Test
    void certificatesAndKeysAreChecked() {
        Issued good = ROOT.issue("shop", KeyKind.EC);
        Issued other = ROOT.issue("other", KeyKind.EC);
        Issued rsa = ROOT.issue("rsa", KeyKind.RSA);
        Issued expired = ROOT.issue(Wish.endEntity("old", KeyKind.EC).expired());
        Issued authority = ROOT.issue(Wish.endEntity("ca", KeyKind.EC).asAuthority());
        Issued mute = ROOT.issue(Wish.endEntity("mute", KeyKind.EC).withoutSignature());
        refuses(Choices.anywhere(good.certificatePem(), other.privateKeyPem()), "/privateKey");
        refuses(Choices.anywhere(good.certificatePem(), rsa.privateKeyPem()), "/privateKey");
        refuses(Choices.anywhere(good.certificatePem(), "canary"), "/privateKey");
        refuses(Choices.anywhere("canary", good.privateKeyPem()), "/certificate");
        refuses(Choices.anywhere(expired), "/certificate");
        refuses(Choices.anywhere(authority), "/certificate");
        refuses(Choices.anywhere(mute), "/certificate");
        refuses(Choices.anywhere(good.certificatePem() + other.certificatePem(), good.privateKeyPem()), "/certificate");
        refuses(Choices.anywhere(good).replace(":us-east-1:", ":eu-west-1:"), "/trustAnchorArn", "/profileArn");
    }

    private static void refuses(String choice, String... pointers) {
        put(newApp(), choice)
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of(pointers)))
                .body(not(containsString("canary")))
                .body(not(containsString("MII")));
    }

    @Test
    void aPoolThatTheCredentialsDoNotFitIsRefused() {
        String app = newApp();
        put(app, Choices.anywhere(ROOT.issue("shop", KeyKind.EC))).statusCode(200);
        json(Tokens.platform(), "{\"userPoolId\": \"eu-west-1_other\"}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .spec(problem(422, "validation-failed"))
                .body("errors.pointer", equalTo(List.of("/userPoolId")));
        put(app, "{\"type\": \"DEFAULT\"}").statusCode(200);
        json(Tokens.platform(), "{\"userPoolId\": \"eu-west-1_other\"}")
                .header("If-Match", "*")
                .patch(app)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyThePlatformChoosesAndOnlyWhatItHasSeen() {
        String keys = Choices.keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        json(Tokens.demo(), keys).put(APPS + "/demo/credentials").then().spec(problem(403, "forbidden"));
        json(Tokens.other(), keys).put(APPS + "/demo/credentials").then().spec(problem(404, "app-not-found"));
        json("nonsense", keys).put(APPS + "/demo/credentials").then().spec(problem(401, "unauthenticated"));
        json(Tokens.platform(), keys)
                .put(APPS + "/no-such-app/credentials")
                .then()
                .spec(problem(404, "app-not-found"));
        json(Tokens.platform(), keys)
                .header("If-Match", "\"old\"")
                .put(APPS + "/demo/credentials")
                .then()
                .spec(problem(412, "stale"));
        String app = newApp();
        String etag = as(Tokens.platform()).get(app).header("ETag");
        json(Tokens.platform(), keys)
                .header("If-Match", etag)
                .put(app + "/credentials")
                .then()
                .statusCode(200)
                .header("ETag", not(etag));
    }

    private static ValidatableResponse put(String app, String choice) {
        return json(Tokens.platform(), choice).put(app + "/credentials").then();
    }

    private static String newApp() {
        String id = unique("app-");
        json(Tokens.platform(), app(id, "{\"type\": \"DEFAULT\"}"))
                .post(APPS)
                .then()
                .statusCode(201);
        return APPS + "/" + id;
    }

    private static String app(String id, String credentials) {
        return """
               {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["client"], "credentials": %s}""".formatted(id, credentials);
    }
}
