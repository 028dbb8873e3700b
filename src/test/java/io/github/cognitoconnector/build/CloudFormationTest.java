package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.cognitoconnector.app.Permission;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template of a user pool is one that CloudFormation can read, and agrees with the service and its policies. */
class CloudFormationTest {

    private static final JsonNode TEMPLATE = CloudFormation.read(CloudFormation.USER_POOL);

    /** Of IAM, whose SDK is not at hand: what is documented of these properties. */
    private static final Map<String, Set<String>> IAM = Map.of(
            "AWS::IAM::ManagedPolicy", Set.of("Description", "Roles", "PolicyDocument"),
            "AWS::IAM::Role", Set.of("RoleName", "Description", "AssumeRolePolicyDocument", "ManagedPolicyArns"));

    private static final Set<String> OF_EVERY_RESOURCE =
            Set.of("Type", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Properties");

    @Test
    void whateverIsReferredToIsThere() {
        Set<String> names = new HashSet<>(Set.of("AWS::NoValue", "AWS::Region"));
        TEMPLATE.path("Parameters").fieldNames().forEachRemaining(names::add);
        resources().forEach(resource -> {
            names.add(resource.getKey());
            attributes(resource.getValue()).forEach(attribute -> names.add(resource.getKey() + "." + attribute));
        });
        assertThat(references(TEMPLATE)).isNotEmpty().isSubsetOf(names);
        assertThat(TEMPLATE.findValuesAsText("DependsOn"))
                .isNotEmpty()
                .isSubsetOf(names)
                .doesNotContain("");
    }

    @Test
    void everyParameterAndEveryConditionIsUsed() {
        Set<String> used = references(TEMPLATE);
        assertThat(TEMPLATE.path("Parameters").fieldNames()).toIterable().isSubsetOf(used);
        Set<String> conditions = new TreeSet<>(TEMPLATE.path("Resources").findValuesAsText("Condition"));
        conditions.addAll(TEMPLATE.path("Outputs").findValuesAsText("Condition"));
        TEMPLATE.findValues("Fn::If")
                .forEach(choice -> conditions.add(choice.path(0).asText()));
        conditions.remove("");
        assertThat(TEMPLATE.path("Conditions").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(conditions);
    }

    @Test
    void everyParameterIsExplainedAndChecked() {
        assertThat(TEMPLATE.path("Parameters").properties()).isNotEmpty().allSatisfy(parameter -> {
            JsonNode rules = parameter.getValue();
            assertThat(rules.path("Description").asText()).isNotEmpty();
            if (rules.has("AllowedValues")) {
                assertThat(rules.path("AllowedValues")).contains(rules.path("Default"));
            } else {
                assertThat(rules.path("ConstraintDescription").asText()).isNotEmpty();
                if (rules.has("Default")) {
                    assertThat(rules.path("Default").asText())
                            .matches(rules.path("AllowedPattern").asText());
                }
            }
        });
    }

    @Test
    void everyPropertyIsOneOfTheApi() {
        Stack stack = stack();
        assertThat(resources().toList()).hasSizeGreaterThan(10).allSatisfy(resource -> {
            JsonNode definition = resource.getValue();
            assertThat(definition.fieldNames()).toIterable().isSubsetOf(OF_EVERY_RESOURCE);
            String type = definition.path("Type").asText();
            if (IAM.containsKey(type)) {
                assertThat(definition.path("Properties").fieldNames())
                        .toIterable()
                        .isSubsetOf(IAM.get(type));
            } else {
                JsonNode properties = stack.resolve(definition.path("Properties"));
                assertThat(CognitoResource.of(type).request(properties)).isNotNull();
            }
        });
    }

    @Test
    void thereIsAScopeForEachPermission() {
        Set<String> all = new TreeSet<>(Permission.OF_AN_APP);
        all.add(Permission.APPS_ADMIN);
        assertThat(TEMPLATE.at("/Resources/ResourceServer/Properties/Scopes").findValuesAsText("ScopeName"))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(scopes("OperatorClient")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(scopes("BackendClient")).containsExactlyInAnyOrderElementsOf(Permission.OF_AN_APP);
        assertThat(scopes("WebClient")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UsersRead, users-read",
        "UsersWrite, users-write",
        "GroupsRead, groups-read",
        "GroupsWrite, groups-write"
    })
    void everyPolicyIsTheFile(String resource, String file) throws IOException {
        Stack stack = stack();
        stack.name("UserPool.Arn", "arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID");
        assertThat(stack.resolve(property(resource, "PolicyDocument"))).isEqualTo(policy(file));
    }

    @Test
    void theRoleTrustsAsTheFileSays() throws IOException {
        Stack stack = stack();
        stack.name("ServiceRoleArn", "arn:aws:iam::SERVICE_ACCOUNT:role/SERVICE_ROLE");
        stack.name("ExternalId", "EXTERNAL_ID");
        assertThat(stack.resolve(property("AppRole", "AssumeRolePolicyDocument")))
                .isEqualTo(policy("trust-assume-role"));
        assertThat(references(property("AppRole", "ManagedPolicyArns")))
                .containsExactlyInAnyOrder("UsersRead", "UsersWrite", "GroupsRead", "GroupsWrite");
    }

    @Test
    void aRoleIsMadeForAnExternalIdOnly() {
        JsonNode role = TEMPLATE.at("/Resources/AppRole");
        assertThat(new Stack(TEMPLATE, Map.of()).has(role)).isFalse();
        assertThat(stack().has(role)).isTrue();
    }

    @Test
    void theOutputsNameTheKeysOfTheConfiguration() {
        String[] lines = stack().resolve(TEMPLATE.at("/Outputs/Configuration/Value"))
                .asText()
                .split("\n", -1);
        assertThat(lines)
                .contains(
                        "connector.platform.user-pool-id=of-UserPool",
                        "connector.platform.client-ids=of-OperatorClient",
                        "connector.resource-server=connector");
    }

    private static Stack stack() {
        Stack stack = new Stack(
                TEMPLATE,
                Map.of(
                        "AppName", "webshop",
                        "DomainPrefix", "webshop-auth",
                        "Platform", "true",
                        "Sender", "Web shop <noreply@example.com>",
                        "SesIdentityArn", "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
                        "ServiceRoleName", "connector",
                        "ServiceRoleArn", "arn:aws:iam::999999999999:role/connector",
                        "ExternalId", "external"));
        resources().forEach(resource -> stack.name(resource.getKey(), "of-" + resource.getKey()));
        return stack;
    }

    private static List<String> scopes(String client) {
        return stack().resolve(property(client, "AllowedOAuthScopes"))
                .valueStream()
                .map(JsonNode::asText)
                .peek(scope -> assertThat(scope).startsWith("connector/"))
                .map(scope -> scope.substring("connector/".length()))
                .toList();
    }

    private static JsonNode property(String resource, String name) {
        return TEMPLATE.path("Resources").path(resource).path("Properties").path(name);
    }

    private static Stream<Map.Entry<String, JsonNode>> resources() {
        return TEMPLATE.path("Resources").properties().stream();
    }

    private static Set<String> attributes(JsonNode resource) {
        String type = resource.path("Type").asText();
        return type.startsWith("AWS::IAM::")
                ? Set.of("Arn")
                : CognitoResource.of(type).attributes();
    }

    private static Set<String> references(JsonNode node) {
        Stream<String> plain = node.findValues("Ref").stream().map(JsonNode::asText);
        Stream<String> attributes = node.findValues("Fn::GetAtt").stream()
                .map(at -> at.path(0).asText() + "." + at.path(1).asText());
        Stream<String> inTexts = node.findValues("Fn::Sub").stream()
                .map(TextNode.class::cast)
                .flatMap(text -> Stack.PLACE.matcher(text.textValue()).results())
                .map(place -> place.group(1));
        return Stream.of(plain, attributes, inTexts).flatMap(names -> names).collect(Collectors.toSet());
    }

    private static JsonNode policy(String name) throws IOException {
        return new ObjectMapper().readTree(new File("deploy/aws/" + name + ".json"));
    }
}
