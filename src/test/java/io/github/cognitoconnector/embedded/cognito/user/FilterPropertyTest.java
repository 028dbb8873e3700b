package io.github.cognitoconnector.embedded.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grammar of filters. */
@Row(21)
class FilterPropertyTest {

    @Property
    void everyWellFormedConditionIsRead(
            @ForAll("attributes") String attribute,
            @ForAll boolean prefix,
            @ForAll("values") String value,
            @ForAll("blanks") String blank) {
        String text = blank + attribute + blank + (prefix ? "^=" : "=") + blank + "\"" + value + "\"" + blank;

        assertThat(Filter.parse(text)).hasValue(new Filter(attribute, prefix, value));
    }

    @Property
    void anyOtherTextIsRefusedAndNothingElseIsThrown(@ForAll("texts") String text) {
        try {
            Filter.parse(text).ifPresent(filter -> assertThat(text).contains(filter.value()));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo("InvalidParameterException");
        }
    }

    @Property(tries = 100)
    void quoteInAValueIsRefused(@ForAll("values") String value) {
        assertThatThrownBy(() -> Filter.parse("email = \"" + value + "\"x\"")).isInstanceOf(Refusal.class);
    }

    @Provide
    Arbitrary<String> attributes() {
        return Arbitraries.of("username", "email", "phone_number", "cognito:user_status", "status", "sub");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().excludeChars('"').ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "  ");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("email^=\" \\'").ofMaxLength(20);
    }
}
