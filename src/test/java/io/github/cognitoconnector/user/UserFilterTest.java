package io.github.cognitoconnector.user;

import static io.github.cognitoconnector.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserFilterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email ^= "ada@"                      | email                | ^= | ada@
            email="ada@example.com"              | email                | =  | ada@example.com
            "family_name" = "O'Neil"             | family_name          | =  | O'Neil
            cognito:user_status = "CONFIRMED"    | cognito:user_status  | =  | CONFIRMED
            status = "Enabled"                   | status               | =  | Enabled
            status="Disabled"                    | status               | =  | Disabled
            phone_number ^= "+49"                | phone_number         | ^= | +49
            name = "Ada = Lovelace ^= and more"  | name                 | =  | Ada = Lovelace ^= and more
            given_name ^= "Zoë 🙂"               | given_name           | ^= | Zoë 🙂
            """)
    void readsCognitosGrammar(String filter, String attribute, String operator, String value) {
        assertThat(UserFilter.parse(filter)).isEqualTo(new UserFilter(attribute, operator, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "preferred_username", "sub", "email", "given_name", "family_name", "name"})
    void searchesWhatCognitoCanSearch(String attribute) {
        assertThat(UserFilter.parse(" " + attribute + "\t=\"x\" ").toCognito()).isEqualTo(attribute + " = \"x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "email",
                "email =",
                "email = ada",
                "email = 'ada'",
                "email = \"ada",
                "email = ada\"",
                "email = \"a\"b\"",
                "email = \"a\\\"b\"",
                "email = \"a\\\\b\"",
                "email = \"a\nb\"",
                "email = \"a\u0000b\"",
                "email = \"a\u007fb\"",
                "\"email = \"ada\"",
                "email\" = \"ada\"",
                "email == \"ada\"",
                "email != \"ada\"",
                "email $= \"ada\"",
                "email ^ = \"ada\"",
                "email = \"a\" and name = \"b\"",
                "email = \"a\" name = \"b\"",
                "email = \"a\", name = \"b\"",
                "Email = \"ada\"",
                "custom:plan = \"gold\"",
                "birthdate = \"1815\"",
                "address = \"x\"",
                "enabled = \"true\"",
                "status = \"enabled\"",
                "status = \"CONFIRMED\"",
                "status = \"\"",
                "status = \"Enabled \""
            })
    void refusesEverythingElse(String filter) {
        assertRefused(filter);
    }

    @Test
    void takesWhatCognitoTakesAtTheLongest() {
        String longest = "x".repeat(256 - "email = \"\"".length());
        assertThat(UserFilter.parse("email = \"" + longest + "\"").toCognito()).hasSize(256);
        assertRefused("email = \"" + longest + "x\"");
        assertRefused("email=\"" + longest + "x\"");
        assertRefused("email = \"x\"" + " ".repeat(256));
    }

    @Property(tries = 500)
    void whatParsesRoundTrips(@ForAll("conditions") String filter) {
        Throwable thrown = catchThrowable(() -> UserFilter.parse(filter));
        if (thrown == null) {
            UserFilter parsed = UserFilter.parse(filter);
            assertThat(parsed.toCognito()).hasSizeLessThanOrEqualTo(256);
            assertThat(UserFilter.parse(parsed.toCognito())).isEqualTo(parsed);
        } else {
            assertThat(thrown).isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefused(@ForAll String filter) {
        Throwable thrown = catchThrowable(() -> UserFilter.parse(filter));
        if (thrown != null) {
            assertRefused(filter);
        }
    }

    @Test
    void neverShowsTheValue() {
        UserFilter filter = UserFilter.parse("email = \"ada@example.com\"");
        assertThat(filter.toString()).contains("email").doesNotContain("ada");
        assertThat(refusal(() -> UserFilter.parse("custom:x = \"ada@example.com\"")))
                .hasMessageNotContaining("ada@example.com");
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> attributes =
                Arbitraries.of("email", "\"sub\"", "status", "name", "custom:a", "cognito:user_status");
        Arbitrary<String> operators = Arbitraries.of("=", "^=", " = ", "  ^=\t", "!=");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("Enabled", "Disabled", "x".repeat(246), "x".repeat(248)),
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.strings().withChars("ab\"\\ \n=").ofMaxLength(6));
        return Combinators.combine(attributes, operators, values)
                .as((attribute, operator, value) -> attribute + operator + '"' + value + '"');
    }

    private static void assertRefused(String filter) {
        assertThat(refusal(() -> UserFilter.parse(filter)).type()).isEqualTo(ProblemType.INVALID_FILTER);
    }
}
