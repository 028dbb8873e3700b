package io.github.cognitoconnector.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policies in {@code deploy/aws} allow what the service calls, on one pool, and nothing else. */
class PoliciesTest {

    private static final Path FOLDER = Path.of("deploy/aws");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> ELEMENTS = Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");

    private static final String POOL = "arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID";

    @Test
    void everyActionStandsInThePolicyOfItsPermissionAndNowhereElse() {
        Map<String, Set<String>> expected = Stream.of(CognitoAction.values())
                .collect(Collectors.groupingBy(
                        CognitoAction::policy,
                        TreeMap::new,
                        Collectors.mapping(CognitoAction::iam, Collectors.toCollection(TreeSet::new))));
        Map<String, Set<String>> actual = new TreeMap<>();
        ofPools().forEach(file -> actual.put(file.toString(), new TreeSet<>(texts(statement(file), "Action"))));
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void everyPolicyOfPoolsIsLimitedToOne() {
        assertThat(ofPools()).hasSize(4).allSatisfy(file -> {
            assertThat(texts(statement(file), "Resource")).containsExactly(POOL);
            assertThat(texts(statement(file), "Action"))
                    .doesNotHaveDuplicates()
                    .allMatch(action -> action.matches("cognito-idp:[A-Z][A-Za-z]+"));
        });
    }

    @Test
    void everyFileIsAPolicyAsIamReadsIt() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .hasSize(7)
                    .allSatisfy(file -> {
                        JsonNode policy = read(file);
                        assertThat(policy.path("Version").asText()).isEqualTo("2012-10-17");
                        assertThat(policy.properties())
                                .extracting(Map.Entry::getKey)
                                .containsExactly("Version", "Statement");
                        assertThat(statement(file).path("Effect").asText()).isEqualTo("Allow");
                        assertThat(statement(file).properties())
                                .extracting(Map.Entry::getKey)
                                .isSubsetOf(ELEMENTS);
                        assertThat(statement(file).path("Sid").asText()).matches("[A-Za-z0-9]+");
                        assertThat(policy.toString()).doesNotContain("*");
                    });
        }
    }

    @Test
    void aRoleTrustsNobodyButTheServiceWithTheAppsExternalId() {
        JsonNode trust = statement(FOLDER.resolve("trust-assume-role.json"));
        assertThat(texts(trust, "Action")).containsExactly("sts:AssumeRole");
        assertThat(trust.at("/Principal/AWS").asText()).isEqualTo("arn:aws:iam::SERVICE_ACCOUNT:role/SERVICE_ROLE");
        assertThat(trust.at("/Condition/StringEquals/sts:ExternalId").asText()).isEqualTo("EXTERNAL_ID");
    }

    @Test
    void aRoleTrustsRolesAnywhereForOneCertificateOfOneTrustAnchor() {
        JsonNode trust = statement(FOLDER.resolve("trust-roles-anywhere.json"));
        assertThat(texts(trust, "Action"))
                .containsExactlyInAnyOrder("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");
        assertThat(trust.at("/Principal/Service").asText()).isEqualTo("rolesanywhere.amazonaws.com");
        assertThat(trust.at("/Condition/ArnEquals/aws:SourceArn").asText())
                .isEqualTo("arn:aws:rolesanywhere:REGION:ACCOUNT:trust-anchor/TRUST_ANCHOR_ID");
        assertThat(trust.at("/Condition/StringEquals/aws:PrincipalTag~1x509Subject~1CN")
                        .asText())
                .isEqualTo("CERTIFICATE_CN");
    }

    @Test
    void theServiceMayAssumeTheRolesOfItsAppsOnly() {
        JsonNode service = statement(FOLDER.resolve("service-assume-role.json"));
        assertThat(texts(service, "Action")).containsExactly("sts:AssumeRole");
        assertThat(texts(service, "Resource")).containsExactly("arn:aws:iam::ACCOUNT:role/APP_ROLE");
    }

    @Test
    void theReadmeNamesEveryFile() throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .isNotEmpty()
                    .allMatch(readme::contains);
        }
    }

    private static List<Path> ofPools() {
        return Stream.of("users-read", "users-write", "groups-read", "groups-write")
                .map(name -> FOLDER.resolve(name + ".json"))
                .toList();
    }

    /** The one statement that a policy has. */
    private static JsonNode statement(Path file) {
        JsonNode statements = read(file).path("Statement");
        assertThat(statements).as(file.toString()).hasSize(1);
        return statements.path(0);
    }

    /** IAM takes one text, or a list of them. */
    private static List<String> texts(JsonNode statement, String element) {
        JsonNode value = statement.path(element);
        return value.isTextual()
                ? List.of(value.asText())
                : value.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
