package io.github.cognitoconnector.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.rest.ObjectMapperRules;
import io.github.cognitoconnector.testing.Apps;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppRequestTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new ObjectMapperRules().customize(JSON);
    }

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void acceptsTheExample() throws JsonProcessingException {
        assertThat(violations(JSON.createObjectNode())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                  | "ab"
            id                  | "a1-b2"
            id                  | "abcdefghijklmnopqrstuvwxyz0123456789-abcdefghijklmnopqrstuvwxyz"
            name                | "Büro 🙂"
            userPoolId          | "eu-central-1_BGOou5Rwx"
            userPoolId          | "us-gov-west-1_A"
            clientIds           | ["2iqdo52jkqg0q2cqbe76qah08", "a_b+c"]
            allowedGroups       | null
            allowedGroups       | ["ä/b~c", "🙂"]
            roleMappings        | {"webshop": ["User", "Power User"]}
            roleMappings        | {"webshop": []}
            operatorGroups      | {"support": ["users.read", "users.write", "audit.read"]}
            allowedEmailDomains | ["example.com", "*.example.com"]
            messageAction       | "SEND"
            quotas              | null
            quotas              | {"UserRead": 200, "PerPoolAndOperation": 0.1}
            """)
    void accepts(String member, String value) throws JsonProcessingException {
        assertThat(violations(JSON.createObjectNode().set(member, JSON.readTree(value))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                  | null
            id                  | "a"
            id                  | "Webshop"
            id                  | "1shop"
            id                  | "-shop"
            id                  | "web_shop"
            id                  | "web/shop"
            id                  | "webshop\\n"
            id                  | "abcdefghijklmnopqrstuvwxyz0123456789-abcdefghijklmnopqrstuvwxyz0"
            name                | null
            name                | ""
            name                | "  "
            name                | "a\\u0000b"
            name                | "a\\nb"
            userPoolId          | null
            userPoolId          | "BGOou5Rwx"
            userPoolId          | "eu-central-1_"
            userPoolId          | "eu-central-1_a-b"
            userPoolId          | "EU-CENTRAL-1_a"
            userPoolId          | "evil.org/eu-central-1_a"
            userPoolId          | "eu-central-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            clientIds           | null
            clientIds           | []
            clientIds           | [null]
            clientIds           | [""]
            clientIds           | ["a b"]
            allowedGroups       | [null]
            allowedGroups       | [""]
            allowedGroups       | ["two words"]
            defaultGroups       | ["a\\u0000b"]
            roleMappings        | {"two words": ["User"]}
            roleMappings        | {"webshop": null}
            roleMappings        | {"webshop": [null]}
            roleMappings        | {"webshop": [" "]}
            roleMappings        | {"webshop": ["a\\u0000b"]}
            defaultRoles        | [""]
            defaultRoles        | ["a\\u0000b"]
            operatorGroups      | {"support": ["apps.admin"]}
            operatorGroups      | {"support": ["users.*"]}
            operatorGroups      | {"support": ["Users.Read"]}
            operatorGroups      | {"support": [null]}
            operatorGroups      | {"": ["users.read"]}
            allowedEmailDomains | [" "]
            quotas              | {"UserReads": 20}
            quotas              | {"userread": 20}
            quotas              | {"UserRead": null}
            quotas              | {"UserRead": 0}
            quotas              | {"UserRead": -1}
            quotas              | {"UserRead": 100001}
            allowedEmailDomains | ["example.com\\u0000"]
            """)
    void refuses(String member, String value) throws JsonProcessingException {
        assertThat(violations(JSON.createObjectNode().set(member, JSON.readTree(value))))
                .isNotEmpty()
                .allMatch(path -> path.startsWith(member));
    }

    @Test
    void refusesListsWithoutMeasure() throws JsonProcessingException {
        var many = JSON.createArrayNode();
        for (int i = 0; i <= 100; i++) {
            many.add("g" + i);
        }
        for (String member : List.of("clientIds", "allowedGroups", "defaultGroups", "defaultRoles")) {
            assertThat(violations(JSON.createObjectNode().set(member, many))).containsExactly(member);
        }
    }

    @Test
    void groupsGiveTheirPermissionsOnce() {
        App app = Apps.withOperatorGroups(
                Map.of("readers", List.of("users.read"), "support", List.of("users.read", "users.write")));
        assertThat(app.permissionsOf(List.of("readers", "support", "strangers")))
                .containsExactlyInAnyOrder("users.read", "users.write");
        assertThat(app.permissionsOf(List.of("strangers", "Readers", ""))).isEmpty();
        assertThat(app.permissionsOf(List.of())).isEmpty();
        assertThat(Apps.plain().permissionsOf(List.of("readers"))).isEmpty();
    }

    private static List<String> violations(ObjectNode changes) throws JsonProcessingException {
        ObjectNode app = (ObjectNode) JSON.readTree(AppExamples.REQUEST);
        app.setAll(changes);
        return FACTORY.getValidator().validate(JSON.treeToValue(app, AppRequest.class)).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .toList();
    }
}
