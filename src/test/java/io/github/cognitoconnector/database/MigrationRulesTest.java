package io.github.cognitoconnector.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicas of the version before go on while a migration runs, and behind it: migrations add. What nobody needs any more is
 * taken away by one that says so in its name, {@code V<n>__contract_<what>.sql}, a release later.
 */
class MigrationRulesTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern BODY = Pattern.compile("(\\$\\w*\\$).*?\\1", Pattern.DOTALL);
    private static final Pattern TAKES_AWAY = Pattern.compile(
            "^drop (table|view|function|type|sequence|column)\\b|\\bdrop column\\b|\\brename\\b|\\bset not null\\b"
                    + "|\\balter column \\S+ (set data )?type\\b");
    private static final Pattern ADDED = Pattern.compile("\\badd column [^,]*");

    static Stream<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("V\\d+__(?!contract_).*\\.sql"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("migrations")
    void aMigrationTakesNothingAwayThatTheVersionBeforeUses(Path migration) throws IOException {
        List<String> statements = statements(Files.readString(migration));
        assertThat(statements).isNotEmpty();
        assertThat(statements).noneMatch(MigrationRulesTest::breaksTheVersionBefore);
    }

    @Test
    void thereAreMigrationsToLookAt() throws IOException {
        assertThat(migrations()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table app",
                "alter table app drop column name",
                "alter table app add column a text, drop column b",
                "alter table app rename column name to title",
                "alter table app rename to tenant",
                "alter table app alter column name type varchar(10)",
                "alter table app alter column name set data type text",
                "alter table app alter column name set not null",
                "ALTER TABLE app ADD COLUMN plan text NOT NULL",
                "alter table app add column a text not null default '', add column b text not null",
            })
    void whatBreaksTheVersionBeforeIsFound(String statement) {
        assertThat(statements(statement + ";")).anyMatch(MigrationRulesTest::breaksTheVersionBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table job (id uuid not null)",
                "alter table app add column plan text",
                "alter table app add column plan text not null default 'none'",
                "alter table app alter column name set default ''",
                "alter table app alter column name drop not null",
                "drop index app_name",
                "create index app_name on app (name) -- drop table app",
                "create function f() returns void as $$ begin drop table x; end $$ language plpgsql",
            })
    void whatItCanLiveWithIsLetThrough(String statement) {
        assertThat(statements(statement + ";")).hasSize(1).noneMatch(MigrationRulesTest::breaksTheVersionBefore);
    }

    private static boolean breaksTheVersionBefore(String statement) {
        return TAKES_AWAY.matcher(statement).find()
                || ADDED.matcher(statement)
                        .results()
                        .anyMatch(added -> added.group().contains("not null")
                                && !added.group().contains("default"));
    }

    /** In lower case, on one line each, without comments and what functions do. */
    private static List<String> statements(String sql) {
        String bare = BODY.matcher(COMMENT.matcher(sql).replaceAll("")).replaceAll("''");
        return Arrays.stream(bare.split(";", -1))
                .map(statement -> statement.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
