package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The module of Terraform says what the template of CloudFormation says, which is tried on the embedded Cognito, and reads the
 * policies. That the provider takes it only {@code terraform validate} knows, for which the provider is needed.
 */
class TerraformTest {

    private static final String APP = "webshop";
    private static final Terraform MODULE = Terraform.read(Map.of(
            "app_name", APP,
            "domain_prefix", "webshop-auth",
            "platform", true,
            "mfa", "OPTIONAL",
            "deletion_protection", "ACTIVE",
            "resource_server_identifier", "connector"));

    private static final JsonNode TEMPLATE = CloudFormation.read(CloudFormation.USER_POOL);

    /** How the provider of AWS calls what is called otherwise in CloudFormation, in lower case without underscores. */
    private static final Map<String, String> RENAMED = Map.of(
            "name", "userpoolname",
            "passwordpolicy", "policies.passwordpolicy",
            "accountrecoverysetting.recoverymechanism", "accountrecoverysetting.recoverymechanisms",
            "softwaretokenmfaconfiguration.enabled", "enabledmfas");

    @Test
    void everyFileIsRead() throws IOException {
        assertThat(Terraform.files().map(Path::toString))
                .containsExactlyInAnyOrderElementsOf(Terraform.filesThereAre());
    }

    @Test
    void whateverIsReferredToIsThere() {
        assertThat(MODULE.found("\\bvar\\.(\\w+)")).containsExactlyInAnyOrderElementsOf(names("variable"));
        assertThat(MODULE.found("\\blocal\\.(\\w+)")).containsExactlyInAnyOrder("scopes", "groups", "policies");
        assertThat(MODULE.found("(?s)\\n  (scopes|groups|policies) +="))
                .containsExactlyInAnyOrder("scopes", "groups", "policies");
        Set<String> resources = new TreeSet<>();
        MODULE.tree()
                .path("resource")
                .properties()
                .forEach(type -> type.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> resources.add(type.getKey() + "." + name)));
        assertThat(MODULE.found("(?<!\")\\b(aws_\\w+\\.\\w+)")).isNotEmpty().isSubsetOf(resources);
        assertThat(MODULE.found("\\b(data)\\.")).isEmpty();
    }

    @Test
    void everyVariableIsExplainedAndChecked() {
        assertThat(MODULE.tree().path("variable").properties()).hasSize(11).allSatisfy(variable -> {
            JsonNode rules = variable.getValue();
            assertThat(rules.path("description").asText()).isNotEmpty();
            assertThat(rules.has("type")).isTrue();
            assertThat(rules.has("validation") || variable.getKey().equals("platform"))
                    .isTrue();
        });
        assertThat(MODULE.tree().path("output").properties())
                .allSatisfy(output -> assertThat(
                                output.getValue().path("description").asText())
                        .isNotEmpty());
    }

    /** Terraform's expressions have no repetition beyond a thousand, and one that does not compile refuses everything. */
    @Test
    void expressionsAreWithinTheBoundsOfTerraform() {
        List<String> expressions = MODULE.found("regex\\(\"((?:[^\"\\\\]|\\\\.)*)\"");
        assertThat(expressions).hasSizeGreaterThan(5).allSatisfy(expression -> {
            for (MatchResult repeat : Pattern.compile("\\{\\d*,?(\\d+)}")
                    .matcher(expression)
                    .results()
                    .toList()) {
                assertThat(Integer.parseInt(repeat.group(1))).isLessThanOrEqualTo(1000);
            }
        });
    }

    @Test
    void secretsAreMarkedAsSuch() {
        assertThat(MODULE.tree().path("output").properties())
                .filteredOn(output -> output.getKey().contains("secret"))
                .hasSize(2)
                .allMatch(output -> output.getValue().path("sensitive").asBoolean());
    }

    @Test
    void thePoolIsThatOfTheTemplate() {
        JsonNode pool = MODULE.resource("aws_cognito_user_pool", "this");
        Map<String, String> ours = ours(pool);
        ours.keySet().removeIf(path -> path.startsWith("dynamic."));
        ours.computeIfPresent("enabledmfas", (path, enabled) -> enabled.replace("true", "SOFTWARE_TOKEN_MFA"));
        assertThat(ours).isEqualTo(template("UserPool"));
        JsonNode mails = pool.at("/dynamic/email_configuration/content");
        assertThat(mails.path("email_sending_account").asText()).isEqualTo("DEVELOPER");
        assertThat(mails.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("email_sending_account", "source_arn", "from_email_address");
    }

    @ParameterizedTest
    @CsvSource({"web, WebClient", "backend, BackendClient", "operator, OperatorClient"})
    void theClientsAreThoseOfTheTemplate(String name, String resource) {
        Map<String, String> ours = ours(MODULE.resource("aws_cognito_user_pool_client", name));
        ours.put("clientname", String.valueOf(ours.remove("userpoolname")));
        ours.remove("count");
        Map<String, String> theirs = template(resource);
        assertThat(ours.remove("allowedoauthscopes") == null).isEqualTo(theirs.remove("allowedoauthscopes") == null);
        assertThat(ours).isEqualTo(theirs);
    }

    @Test
    void clientsHaveTheScopesOfTheTemplate() {
        JsonNode scopes = MODULE.resource("aws_cognito_resource_server", "this").at("/dynamic/scope/for_each");
        JsonNode theirs = TEMPLATE.at("/Resources/ResourceServer/Properties/Scopes");
        Map<String, String> described = new HashMap<>();
        theirs.forEach(scope -> described.put(
                scope.path("ScopeName").asText(), scope.path("ScopeDescription").asText()));
        assertThat(scopes.properties())
                .extracting(Map.Entry::getKey, scope -> scope.getValue().asText())
                .containsExactlyInAnyOrderElementsOf(described.entrySet().stream()
                        .map(scope -> tuple(scope.getKey(), scope.getValue()))
                        .toList());
        assertThat(MODULE.found("allowed_oauth_scopes\\s+= (.+)"))
                .containsExactly(
                        "setsubtract(aws_cognito_resource_server.this.scope_identifiers,"
                                + " [\"${var.resource_server_identifier}/apps.admin\"])",
                        "aws_cognito_resource_server.this.scope_identifiers");
    }

    @Test
    void theGroupsAreThoseOfTheTemplate() {
        JsonNode ours = MODULE.resource("aws_cognito_user_group", "this").path("for_each");
        assertThat(ours.properties())
                .extracting(group -> ours(group.getValue()))
                .containsExactlyInAnyOrderElementsOf(Stream.of("AppGroup", "SupportGroup", "AdminGroup")
                        .map(TerraformTest::template)
                        .map(group -> {
                            group.put("userpoolname", String.valueOf(group.remove("groupname")));
                            return group;
                        })
                        .toList());
    }

    @Test
    void thePoliciesAreTheFiles() throws IOException {
        assertThat(MODULE.found("policies = toset\\(\\[(.+)]\\)"))
                .containsExactly("\"users-read\", \"users-write\", \"groups-read\", \"groups-write\"");
        assertThat(MODULE.found("file\\(\"\\$\\{path\\.module}/\\.\\./(.+?)\"\\)"))
                .containsExactly("${each.key}.json", "trust-assume-role.json");
        for (String set : List.of("users-read", "users-write", "groups-read", "groups-write")) {
            assertThat(policy(set)).containsOnlyOnce("\"arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID\"");
        }
        assertThat(MODULE.text()).contains("\"arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID\",");
        for (String word : List.of("arn:aws:iam::SERVICE_ACCOUNT:role/SERVICE_ROLE", "EXTERNAL_ID")) {
            assertThat(policy("trust-assume-role")).containsOnlyOnce("\"" + word + "\"");
            assertThat(MODULE.text()).contains("\"" + word + "\",");
        }
    }

    @Test
    void theOutputsNameTheKeysOfTheConfiguration() {
        assertThat(MODULE.tree().at("/output/configuration/value").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "connector.platform.user-pool-id",
                        "connector.platform.client-ids",
                        "connector.resource-server");
    }

    /** What a resource of the module says, by the names of CloudFormation. */
    private static Map<String, String> ours(JsonNode resource) {
        Map<String, String> values = new HashMap<>();
        flat(resource).forEach((path, value) -> values.put(renamed(path), value));
        return values;
    }

    /** What a resource of the template says, without what names other resources. */
    private static Map<String, String> template(String resource) {
        Stack stack = new Stack(TEMPLATE, Map.of("AppName", APP, "DomainPrefix", "webshop-auth", "Platform", "true"));
        stack.name("UserPool", "${pool}");
        return flat(stack.resolve(TEMPLATE.path("Resources").path(resource).path("Properties")));
    }

    /** Every value by its path, in lower case without underscores; lists as their text. */
    private static Map<String, String> flat(JsonNode node) {
        Map<String, String> values = new HashMap<>();
        node.properties().forEach(property -> {
            String name = property.getKey().replace("_", "").toLowerCase(Locale.ROOT);
            JsonNode value = only(property.getValue());
            if (value.isObject()) {
                flat(value).forEach((path, leaf) -> values.put(name + "." + path, leaf));
            } else if (!name.equals("userpoolid")) {
                values.put(name, value.asText());
            }
        });
        return values;
    }

    /** A block of Terraform is a list of CloudFormation's. */
    private static JsonNode only(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        return value.size() == 1 ? value.path(0) : TextNode.valueOf(value.toString());
    }

    private static String renamed(String path) {
        return RENAMED.entrySet().stream()
                .filter(name -> path.equals(name.getKey()) || path.startsWith(name.getKey() + "."))
                .findFirst()
                .map(name -> name.getValue() + path.substring(name.getKey().length()))
                .orElse(path);
    }

    private static List<String> names(String kind) {
        return MODULE.tree().path(kind).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String policy(String name) throws IOException {
        return Files.readString(Path.of("deploy/aws/" + name + ".json"));
    }
}
