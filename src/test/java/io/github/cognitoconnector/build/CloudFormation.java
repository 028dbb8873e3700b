package io.github.cognitoconnector.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Templates of CloudFormation as JSON: {@code !Ref x} as {@code {"Ref": "x"}}, {@code !Sub} as {@code Fn::Sub} and so on. */
final class CloudFormation {

    static final Path USER_POOL = Path.of("deploy/aws/cloudformation/user-pool.yaml");

    private CloudFormation() {}

    static JsonNode read(Path template) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (Reader text = Files.newBufferedReader(template)) {
            return new ObjectMapper().valueToTree(new Yaml(new ShortForms(strict)).load(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class ShortForms extends SafeConstructor {

        ShortForms(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return longForm(node.getTag().getValue().substring(1), content(node));
                }
            });
        }

        private Object content(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException(node.toString());
            };
        }

        private static Map<String, Object> longForm(String function, Object content) {
            return switch (function) {
                case "Ref", "Condition" -> Map.of(function, content);
                case "GetAtt" -> Map.of("Fn::GetAtt", List.of(content.toString().split("\\.", 2)));
                default -> Map.of("Fn::" + function, content);
            };
        }
    }
}
