package io.github.cognitoconnector.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of the service's own keys in {@code docs/configuration.md} are what the sources say of them. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- from the sources: (\\w+) -->\n\n).*?(\n<!-- end -->)");
    private static final List<ConfigurationKey> KEYS = new ConfigurationSources().keys();

    @Test
    void thePageIsWhatTheSourcesSay() throws IOException {
        String page = Files.readString(PAGE);
        String written = written(page);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, written);
            page = written;
        }
        assertThat(page)
                .as("run ./mvnw test -Dtest=ConfigurationPageTest -Ddocs.write=true and commit docs/configuration.md")
                .isEqualTo(written);
        assertThat(TABLE.matcher(page).results().map(table -> table.group(2)))
                .containsExactly("required", "optional", "embedded");
    }

    @Test
    void everyKeyIsThereOnceAndSaysSomething() {
        assertThat(KEYS)
                .extracting(ConfigurationKey::name)
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
        assertThat(KEYS).allSatisfy(key -> assertThat(key.meaning()).matches("(?s)\\p{L}.{10,}"));
        assertThat(KEYS).filteredOn(ConfigurationKey::required).hasSize(2);
    }

    /** Who reads the page is told the same range as the start-up checks. */
    @Test
    void descriptionsNameTheRangesThatAreChecked() {
        assertThat(KEYS)
                .filteredOn(key -> key.range().isPresent())
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(key.meaning().replaceAll("(?<=\\d),(?=\\d{3})", ""))
                        .as(key.name())
                        .contains(key.range().orElseThrow()));
    }

    private static String written(String page) {
        Map<String, String> tables = Map.of(
                "required", ConfigurationKey.REQUIRED_HEAD + rows(ConfigurationKey::required),
                "optional", ConfigurationKey.HEAD + rows(key -> !key.required() && !key.embedded()),
                "embedded", ConfigurationKey.HEAD + rows(ConfigurationKey::embedded));
        return TABLE.matcher(page)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + tables.getOrDefault(table.group(2), "") + table.group(3)));
    }

    private static String rows(Predicate<ConfigurationKey> which) {
        return KEYS.stream().filter(which).map(ConfigurationKey::row).collect(Collectors.joining());
    }
}
