package io.github.cognitoconnector.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The tests of this project and what they say that they hold. */
final class TestClasses {

    private static final List<Class<? extends Annotation>> TESTS =
            List.of(Test.class, ParameterizedTest.class, Property.class);

    private static final Path COMPILED = Path.of("target/test-classes");
    private static final List<Method> METHODS = find();

    private TestClasses() {}

    /** All test methods, ordered by class and method. */
    static List<Method> methods() {
        return METHODS;
    }

    private static List<Method> find() {
        try (Stream<Path> files = Files.walk(COMPILED)) {
            return files.filter(file -> file.toString().endsWith("Test.class"))
                    .map(TestClasses::load)
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(method -> TESTS.stream().anyMatch(method::isAnnotationPresent))
                    .sorted(Comparator.comparing(TestClasses::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without initializing it: a test class may start a server. */
    private static Class<?> load(Path file) {
        String name =
                COMPILED.relativize(file).toString().replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, TestClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Class and method, as the lists and tables name a test. */
    static String name(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }

    /** The rows of section 3 that the test or its class names. */
    static IntStream rows(Method test) {
        return Stream.of(test, test.getDeclaringClass())
                .flatMap(place -> Optional.ofNullable(place.getAnnotation(Row.class)).stream())
                .flatMapToInt(row -> IntStream.of(row.value()))
                .distinct();
    }

    static IntStream sections(Method test) {
        return Stream.of(test, test.getDeclaringClass())
                .flatMap(place -> Optional.ofNullable(place.getAnnotation(Section.class)).stream())
                .flatMapToInt(section -> IntStream.of(section.value()))
                .distinct();
    }

    /** As a list of deviations names what decides. */
    static List<String> citations(Method test) {
        return Stream.concat(
                        rows(test).mapToObj(row -> "row " + row),
                        sections(test).mapToObj(section -> "section " + section))
                .toList();
    }
}
