package io.github.cognitoconnector.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HouseRules.ROOT);
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BROKEN = Path.of("src/test/resources/architecture/BrokenHouse.java");
    private static final int MAX_LINES = 300;

    @TestFactory
    Stream<DynamicTest> rule() {
        return HouseRules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(PRODUCTION)));
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES).filter(ArchitectureTest::holdsJava)) {
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked"));
        }
    }

    @Test
    void filesAreSmall() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES).filter(f -> f.toString().endsWith(".java"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThanOrEqualTo(MAX_LINES));
        }
    }

    /** A rule that cannot fail holds nothing; each must refuse what was built to break it. */
    @TestFactory
    Stream<DynamicTest> ruleRefuses(@TempDir Path classes) {
        JavaClasses broken = new ClassFileImporter().importPath(compile(BROKEN, classes));
        return Stream.of(
                        HouseRules.awsTypesStayInTheirRooms(),
                        HouseRules.resourcesSeeServicesOnly(),
                        HouseRules.servicesKnowNoHttp(),
                        HouseRules.entitiesArePackagePrivate(),
                        HouseRules.repositoriesArePackagePrivate(),
                        HouseRules.constructorInjection(),
                        HouseRules.fewConstructorArguments(),
                        HouseRules.transactionsStayOutOfAws(),
                        HouseRules.operationsNamePermissions(),
                        HouseRules.operationsOnAppsNamePermissions(),
                        HouseRules.resourcesReturnRecords(),
                        HouseRules.plainNames(),
                        HouseRules.nobodyImportsOpsAndEmbedded(),
                        HouseRules.nothingIsFrozenIntoAnExecutable())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> assertRefuses(rule, broken)));
    }

    private static Path compile(Path source, Path classes) {
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(outcome).isZero();
        return classes;
    }

    private static void assertRefuses(ArchRule rule, JavaClasses broken) {
        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }

    private static boolean holdsJava(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
