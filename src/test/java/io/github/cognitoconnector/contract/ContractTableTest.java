package io.github.cognitoconnector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of the documentation tells the tests that hold each row, and no others. */
class ContractTableTest {

    private static final Path DOCUMENT = Path.of("docs/embedded-cognito.md");
    private static final Path SHOULD_BE = Path.of("target/contract-table.md");
    private static final Pattern LINE = Pattern.compile("\\| (\\d+) \\| (.*?) \\|.*");

    private static final Map<Integer, List<Method>> HOLDING = IntStream.rangeClosed(1, 30)
            .boxed()
            .collect(Collectors.toMap(row -> row, ContractTableTest::holding, (one, other) -> one, TreeMap::new));

    @Test
    void everyRowIsHeldByATest() {
        assertThat(HOLDING)
                .allSatisfy((row, tests) -> assertThat(tests).as("row %d", row).isNotEmpty());
    }

    @Test
    void noTestNamesARowThatDoesNotExist() {
        assertThat(TestClasses.methods())
                .allSatisfy(test -> assertThat(TestClasses.rows(test).boxed()).allMatch(HOLDING::containsKey));
    }

    @Test
    void tableNamesTheTestsOfEachRow() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        List<String> table =
                lines.stream().filter(line -> LINE.matcher(line).matches()).toList();
        List<String> shouldBe = table(rules(lines));
        Files.write(SHOULD_BE, shouldBe);

        assertThat(table)
                .withFailMessage(
                        "The table in %s should be as in %s:%n%s", DOCUMENT, SHOULD_BE, String.join("\n", shouldBe))
                .isEqualTo(shouldBe);
    }

    private static Map<Integer, String> rules(List<String> lines) {
        Map<Integer, String> rules = new TreeMap<>();
        for (String line : lines) {
            Matcher cells = LINE.matcher(line);
            if (cells.matches()) {
                rules.put(Integer.valueOf(cells.group(1)), cells.group(2));
            }
        }
        return rules;
    }

    private static List<String> table(Map<Integer, String> rules) {
        return HOLDING.entrySet().stream()
                .map(row -> "| %d | %s | %s |"
                        .formatted(
                                row.getKey(), rules.getOrDefault(row.getKey(), "(say it here)"), cell(row.getValue())))
                .toList();
    }

    /** Each class once, with its tests behind it. */
    private static String cell(List<Method> tests) {
        Map<String, List<String>> classes = tests.stream()
                .collect(Collectors.groupingBy(
                        test -> test.getDeclaringClass().getSimpleName(),
                        TreeMap::new,
                        Collectors.mapping(Method::getName, Collectors.toList())));
        return classes.entrySet().stream()
                .map(type -> "`" + type.getKey() + "`: " + String.join(", ", type.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static List<Method> holding(int row) {
        return TestClasses.methods().stream()
                .filter(test -> TestClasses.rows(test).anyMatch(named -> named == row))
                .toList();
    }
}
