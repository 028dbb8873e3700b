package io.github.cognitoconnector.docs;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.javadoc.JavadocBlockTag;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the keys of the configuration from the sources: mappings, and keys that a constructor is given one by one. */
final class ConfigurationSources {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String PREFIX = "connector.";

    private final JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));

    /** By prefix, and within one as they are declared. */
    List<ConfigurationKey> keys() {
        List<CompilationUnit> units = units();
        List<ConfigurationKey> keys = new ArrayList<>();
        units.stream()
                .flatMap(unit -> unit.findAll(ClassOrInterfaceDeclaration.class).stream())
                .filter(type -> type.isAnnotationPresent("ConfigMapping"))
                .forEach(type -> addKeys(keys, type, Annotations.text(type, "ConfigMapping", "prefix")));
        Set<String> mapped = keys.stream().map(ConfigurationKey::name).collect(Collectors.toSet());
        units.stream()
                .flatMap(unit -> unit.findAll(ConstructorDeclaration.class).stream())
                .flatMap(constructor -> constructor.getParameters().stream()
                        .filter(parameter -> parameter.isAnnotationPresent("ConfigProperty"))
                        .map(parameter -> key(constructor, parameter)))
                .filter(key -> key.name().startsWith(PREFIX) && !mapped.contains(key.name()))
                .forEach(keys::add);
        keys.sort(Comparator.comparing(key -> key.name().split("\\.", -1)[1]));
        return keys;
    }

    private static void addKeys(List<ConfigurationKey> keys, ClassOrInterfaceDeclaration type, String prefix) {
        for (MethodDeclaration method : type.getMethods()) {
            String name = prefix + "." + StringUtil.skewer(method.getNameAsString());
            Optional<ClassOrInterfaceDeclaration> group = type.getMembers().stream()
                    .flatMap(member -> member.toClassOrInterfaceDeclaration().stream())
                    .filter(inner -> inner.getNameAsString().equals(method.getTypeAsString()))
                    .findFirst();
            group.ifPresentOrElse(inner -> addKeys(keys, inner, name), () -> keys.add(key(method, name, prefix)));
        }
    }

    private static ConfigurationKey key(MethodDeclaration method, String name, String prefix) {
        String meaning = method.getJavadoc()
                .map(text -> new Prose(prefix).markdown(text))
                .orElseThrow(() -> new AssertionError(name + " is not described"));
        String mapKey = method.isAnnotationPresent("ConfigDocMapKey")
                ? ".\"<" + Annotations.text(method, "ConfigDocMapKey", "value") + ">\""
                : "";
        return new ConfigurationKey(name + mapKey, fallback(method), meaning, Annotations.range(method));
    }

    private static Optional<String> fallback(MethodDeclaration method) {
        if (method.isAnnotationPresent("ConfigDocDefault")) {
            String words = Annotations.text(method, "ConfigDocDefault", "value");
            return Optional.of(words.contains(" ") ? words : "`" + words + "`");
        }
        if (method.isAnnotationPresent("WithDefault")) {
            return Optional.of("`" + Annotations.text(method, "WithDefault", "value") + "`");
        }
        return method.getTypeAsString().startsWith("Optional<") ? Optional.of("–") : Optional.empty();
    }

    private static ConfigurationKey key(ConstructorDeclaration constructor, Parameter parameter) {
        String name = Annotations.text(parameter, "ConfigProperty", "name");
        String meaning = constructor.getJavadoc().stream()
                .flatMap(text -> text.getBlockTags().stream())
                .filter(tag -> tag.getName().equals(Optional.of(parameter.getNameAsString())))
                .map(JavadocBlockTag::getContent)
                .map(text -> new Prose(PREFIX).sentence(text))
                .collect(Collectors.joining());
        Optional<String> fallback = Annotations.textIfAny(parameter, "ConfigProperty", "defaultValue")
                .map(value -> "`" + value + "`");
        return new ConfigurationKey(name, fallback, meaning, Optional.empty());
    }

    private List<CompilationUnit> units() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ConfigurationSources::configures)
                    .sorted()
                    .map(this::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean configures(Path file) {
        String text = text(file);
        return text.contains("@ConfigMapping") || text.contains("@ConfigProperty");
    }

    private CompilationUnit parsed(Path file) {
        return parser.parse(text(file)).getResult().orElseThrow(() -> new AssertionError("Cannot be parsed: " + file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
