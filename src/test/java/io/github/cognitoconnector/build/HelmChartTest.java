package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart that the profile {@code kubernetes} generates says the same as the manifests that it is generated from. */
class HelmChartTest {

    private static final Path CHART = Path.of("deploy/helm/kubernetes/cognito-connector");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that the chart's templates use of the template language. */
    private static final Pattern VALUE =
            Pattern.compile("\\{\\{ (toYaml )?\\.Values\\.([A-Za-z.]+)(?: \\| nindent [0-9]+| \\| quote)? }}");

    private final JsonNode values = document("values.yaml");

    @Test
    void isAChart() {
        JsonNode chart = document("Chart.yaml");
        assertThat(chart.path("apiVersion").textValue()).isEqualTo("v2");
        assertThat(chart.path("name").textValue()).isEqualTo("cognito-connector");
        assertThat(chart.path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
        assertThat(chart.path("kubeVersion").textValue())
                .as("preStop can sleep by itself from 1.30 on")
                .isEqualTo(">=1.30.0-0");
    }

    @Test
    void notesNameValuesThatExist() {
        Matcher used = Pattern.compile("\\.Values\\.([A-Za-z.]+)").matcher(read(CHART.resolve("templates/NOTES.txt")));
        assertThat(used.results().map(value -> value.group(1)))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(value(path).isTextual()).isTrue());
    }

    @Test
    void itsValuesAreWhatItsSchemaAllows() {
        assertThat(schema().validate(values)).isEmpty();
    }

    /** That neither the application nor the network policy would follow. */
    @ParameterizedTest
    @ValueSource(strings = {"http", "management"})
    void itsSchemaRefusesOtherPorts(String port) {
        ObjectNode other = values.deepCopy();
        ((ObjectNode) other.path("app").path("ports")).put(port, 8443);
        assertThat(schema().validate(other))
                .extracting(message -> message.getInstanceLocation().toString())
                .containsExactly("$.app.ports." + port);
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(read(CHART.resolve("values.schema.json")));
    }

    @Test
    void saysWhatTheManifestsSay() throws IOException {
        List<HasMetadata> expected = Manifests.of(KubernetesTest.BASE).all();
        try (Stream<Path> files = Files.list(CHART.resolve("templates"))) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(templates).hasSameSizeAs(expected);
            for (Path template : templates) {
                List<HasMetadata> rendered =
                        Manifests.parse(render(read(template))).all();
                assertThat(rendered)
                        .singleElement()
                        .satisfies(resource -> assertThat(expected)
                                .extracting(HelmChartTest::essence)
                                .contains(essence(resource)));
            }
        }
    }

    private String render(String template) {
        String rendered = VALUE.matcher(template).replaceAll(use -> {
            JsonNode value = value(use.group(2));
            assertThat(value.isMissingNode()).as(use.group()).isFalse();
            assertThat(value.isContainerNode()).as(use.group()).isEqualTo(use.group(1) != null);
            return Matcher.quoteReplacement(value.isContainerNode() ? value.toString() : value.asText());
        });
        assertThat(rendered).as("nothing else is used of the template language").doesNotContain("{{");
        return rendered;
    }

    private JsonNode value(String path) {
        return values.at("/" + path.replace('.', '/'));
    }

    /** Without what the generator adds, and what it says in other words. */
    private static JsonNode essence(HasMetadata resource) {
        ObjectNode tree = JSON.valueToTree(resource);
        tree.findParents("app.kubernetes.io/managed-by")
                .forEach(labels -> ((ObjectNode) labels).remove("app.kubernetes.io/managed-by"));
        tree.findParents("annotations").forEach(metadata -> ((ObjectNode) metadata).remove("annotations"));
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            tree.findValues(probe).forEach(found -> {
                ((ObjectNode) found).remove(List.of("initialDelaySeconds", "successThreshold"));
                ((ObjectNode) found.path("httpGet")).put("port", "management");
            });
        }
        tree.findParents("image")
                .forEach(container -> ((ObjectNode) container)
                        .put("image", container.path("image").textValue().replaceAll("^.*/", "")));
        return tree;
    }

    private static JsonNode document(String file) {
        return Manifests.documents(read(CHART.resolve(file))).getFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
