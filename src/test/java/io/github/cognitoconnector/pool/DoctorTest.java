package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

@QuarkusTest
class DoctorTest {

    private static final RecoveryOptionType BY_EMAIL = RecoveryOptionType.builder()
            .name(RecoveryOptionNameType.VERIFIED_EMAIL)
            .priority(1)
            .build();

    @AfterEach
    void leave() {
        Cognito.reset();
    }

    @Test
    void aPoolAsItComesHasItsFindings() {
        String pool = Cognito.newPool(r -> {});
        String client = Cognito.newClient(pool).clientId();
        ValidatableResponse diagnosis = diagnosis(TestedPool.app(pool, "\"" + client + "\"", ""));
        diagnosis.body(
                "findings.code",
                hasItems("deletion-protection-off", "no-mfa", "anybody-may-enter", "nothing-is-verified"));
        diagnosis
                .body(of("deletion-protection-off") + ".subject", equalTo(pool))
                .body(of("user-existence-shown") + ".subject", equalTo(client))
                .body(of("user-existence-shown") + ".severity", equalTo("WARNING"));
    }

    @Test
    void aPoolInOrderHasNothingButInformation() {
        String pool = Cognito.newPool(DoctorTest::inOrder);
        String client = Cognito.sdk()
                .createUserPoolClient(r -> r.userPoolId(pool)
                        .clientName("web")
                        .preventUserExistenceErrors("ENABLED")
                        .explicitAuthFlows(
                                ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                .userPoolClient()
                .clientId();
        Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName("shop"));
        String groups = """
                        , "allowedGroups": ["shop"], "defaultGroups": ["shop"], "roleMappings": {"shop": ["User"]}""";
        diagnosis(TestedPool.app(pool, "\"" + client + "\"", groups))
                .body("findings.findAll { it.severity != 'INFO' }", equalTo(List.of()));
    }

    @Test
    void theWorstComesFirst() {
        String app = TestedPool.app(Cognito.newPool(r -> {}), "\"gone\"", "");
        diagnosis(app).body("findings[0].code", equalTo("client-missing")).body("findings[0].subject", equalTo("gone"));
    }

    @Test
    void groupsThatDoNotExistAreFoundOnEveryPage() {
        String pool = Cognito.newPool(r -> {});
        for (int i = 0; i < 10; i++) {
            String name = "group-" + i;
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(name));
        }
        Cognito.pages("{\"ListGroups\": 1}");
        String app = TestedPool.app(pool, "\"any\"", """
                        , "allowedGroups": ["group-0", "nobody"], "defaultGroups": ["group-9"],
                         "roleMappings": {"group-5": ["A"], "no-role": ["B"]},
                         "operatorGroups": {"no-ops": ["users.read"]}""");
        diagnosis(app)
                .body(of("allowed-group-missing") + ".subject", equalTo("nobody"))
                .body(of("mapped-group-missing") + ".subject", equalTo("no-role"))
                .body(of("operator-group-missing") + ".subject", equalTo("no-ops"))
                .body("findings.code", hasItems("new-users-stay-out"))
                .body("findings.code", not(hasItems("default-group-missing")));
    }

    @Test
    void beyondManyGroupsTheNamedOnesAreAskedFor() {
        String pool = Cognito.newPool(r -> {});
        for (int i = 0; i < 301; i++) {
            String name = "group-%03d".formatted(i);
            Cognito.sdk().createGroup(r -> r.userPoolId(pool).groupName(name));
        }
        String app = TestedPool.app(pool, "\"any\"", """
                        , "defaultGroups": ["group-300", "nobody"]""");
        Cognito.reset();
        diagnosis(app)
                .body("findings.findAll { it.code == 'default-group-missing' }.subject", equalTo(List.of("nobody")));
        assertThat(Cognito.calls("ListGroups")).isEqualTo(5);
        assertThat(Cognito.calls("GetGroup")).isBetween(1, 2);
    }

    @Test
    void looksAnewEachTime() {
        String pool = Cognito.newPool(r -> {});
        String app = TestedPool.app(pool, "\"any\"", "");
        diagnosis(app).body("findings.code", hasItems("deletion-protection-off"));
        Cognito.sdk().updateUserPool(r -> r.userPoolId(pool).deletionProtection(DeletionProtectionType.ACTIVE));
        diagnosis(app).body("findings.code", not(hasItems("deletion-protection-off")));
    }

    private static void inOrder(CreateUserPoolRequest.Builder pool) {
        pool.deletionProtection(DeletionProtectionType.ACTIVE)
                .usernameConfiguration(c -> c.caseSensitive(false))
                .mfaConfiguration("OPTIONAL")
                .smsConfiguration(s ->
                        s.snsCallerArn("arn:aws:iam::111122223333:role/sms").externalId("sms"))
                .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                .accountRecoverySetting(a -> a.recoveryMechanisms(BY_EMAIL))
                .adminCreateUserConfig(c -> c.allowAdminCreateUserOnly(true));
    }

    private static String of(String code) {
        return "findings.find { it.code == '" + code + "' }";
    }

    private static ValidatableResponse diagnosis(String app) {
        return as(Tokens.platform()).get(app + "/doctor").then().statusCode(200);
    }
}
