package io.github.cognitoconnector.build;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import com.bertramlabs.plugins.hcl4j.HCLParserException;
import com.bertramlabs.plugins.hcl4j.RuntimeSymbols.VariableTree;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The module of Terraform: its text, and what it comes to as far as that can be known without a provider. */
record Terraform(String text, JsonNode tree) {

    private static final Path FOLDER = Path.of("deploy/aws/terraform");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");

    /** @param variables without those that keep their defaults */
    static Terraform read(Map<String, Object> variables) {
        String text = COMMENT.matcher(files().map(Terraform::text).collect(Collectors.joining("\n")))
                .replaceAll("");
        HCLParser parser = new HCLParser();
        parser.setVariables(variables);
        try {
            return new Terraform(text, new ObjectMapper().valueToTree(plain(parser.parse(text))));
        } catch (HCLParserException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Variables come first: what they are is known to all that follows. */
    static Stream<Path> files() {
        return Stream.of("versions", "variables", "pool", "clients", "iam", "outputs")
                .map(name -> FOLDER.resolve(name + ".tf"));
    }

    static List<String> filesThereAre() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".tf"))
                    .sorted()
                    .toList();
        }
    }

    /** The first group of every match in the text. */
    List<String> found(String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    List<MatchResult> matches(String regex) {
        return Pattern.compile(regex).matcher(text).results().toList();
    }

    JsonNode resource(String type, String name) {
        return tree.path("resource").path(type).path(name);
    }

    /** What cannot be known before there is a pool stays a name. */
    private static Object plain(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .collect(
                                Collectors.toMap(entry -> entry.getKey().toString(), entry -> plain(entry.getValue())));
            case List<?> list -> list.stream().map(Terraform::plain).toList();
            case VariableTree name -> "${" + name.getName() + "}";
            case String text -> text;
            case Boolean flag -> flag;
            case Double number when number == Math.rint(number) -> number.intValue();
            default -> "${" + value + "}";
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
