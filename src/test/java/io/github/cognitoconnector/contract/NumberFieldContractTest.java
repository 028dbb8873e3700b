package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Bounds of numbers, refused in AWS's words before anything is looked up. */
@ContractSuite
@Section(2)
class NumberFieldContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();
    private static final String ONE_ERROR = "InvalidParameterException: 1 validation error detected: ";

    static Stream<NumberField> bounded() {
        return Arrays.stream(NumberField.values()).filter(field -> field.max() < Integer.MAX_VALUE);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(NumberField.class)
    void tooSmallIsRefused(NumberField field) {
        int value = field.min() - 1;

        assertThat(refusal(() -> field.send(SDK, value)))
                .isEqualTo(ONE_ERROR + field.violation(value, "greater than or equal to " + field.min()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void tooLargeIsRefused(NumberField field) {
        int value = field.max() + 1;

        assertThat(refusal(() -> field.send(SDK, value)))
                .isEqualTo(ONE_ERROR + field.violation(value, "less than or equal to " + field.max()));
    }

    /** What is refused then is that the thing does not exist or cannot be. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(NumberField.class)
    void boundsAreTaken(NumberField field) {
        for (int value : new int[] {field.min(), field.max()}) {
            assertThat(refusal(() -> field.send(SDK, value)))
                    .doesNotContain("failed to satisfy constraint")
                    .doesNotStartWith("Internal");
        }
    }
}
