package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Lengths and patterns of texts, refused in AWS's words before anything is looked up. */
@ContractSuite
@Section(2)
class FieldContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final String ONE_ERROR = "InvalidParameterException: 1 validation error detected: ";

    static Stream<Field> bounded() {
        return Arrays.stream(Field.values()).filter(Field::isBounded);
    }

    static Stream<Field> neverEmpty() {
        return Arrays.stream(Field.values()).filter(field -> field.bounds().min() > 0);
    }

    static Stream<Field> patterned() {
        return Arrays.stream(Field.values()).filter(field -> field.unfit() != null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void tooLongIsRefused(Field field) {
        int max = field.bounds().max();
        String value = field.ofLength(max + 1);

        assertThat(field.comparable(refusal(() -> field.send(SDK, value))))
                .isEqualTo(ONE_ERROR + field.violation(value, "have length less than or equal to " + max));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("neverEmpty")
    void tooShortIsRefused(Field field) {
        int min = field.bounds().min();
        String value = field.ofLength(min - 1);

        assertThat(field.comparable(refusal(() -> field.send(SDK, value))))
                .startsWith("InvalidParameterException: ")
                .contains(field.violation(value, "have length greater than or equal to " + min));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterned")
    void unfitCharacterIsRefused(Field field) {
        String value = Objects.requireNonNull(field.unfit());

        assertThat(field.comparable(refusal(() -> field.send(SDK, value))))
                .isEqualTo(ONE_ERROR
                        + field.violation(
                                value,
                                "satisfy regular expression pattern: "
                                        + field.bounds().pattern()));
    }

    /** What is refused then is that the thing does not exist or cannot be. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Field.class)
    void longestIsTaken(Field field) {
        String value = field.ofLength(field.isBounded() ? field.bounds().max() : 200_000);

        assertThat(field.comparable(refusal(() -> field.send(SDK, value))))
                .doesNotContain("failed to satisfy constraint")
                .doesNotStartWith("Internal");
    }
}
