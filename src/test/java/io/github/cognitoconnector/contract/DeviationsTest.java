package io.github.cognitoconnector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists themselves, in every build: a case that is renamed must not take its deviation off in silence. */
class DeviationsTest {

    private static final Map<String, Method> CASES = TestClasses.methods().stream()
            .filter(test -> test.getDeclaringClass().isAnnotationPresent(ContractSuite.class))
            .collect(Collectors.toMap(TestClasses::name, Function.identity()));

    @ParameterizedTest
    @ValueSource(strings = {EmbeddedWitness.NAME, CognitoLocalWitness.NAME, EndpointWitness.NAME})
    void everyEntryNamesACaseAndWhatItHolds(String witness) {
        assertThat(Deviations.of(witness).entries())
                .allSatisfy(entry -> assertThat(CASES.get(entry.className() + "." + entry.method()))
                        .isNotNull()
                        .satisfies(
                                test -> assertThat(TestClasses.citations(test)).contains(entry.decides())));
    }

    @Test
    void embeddedCognitoDeviatesNowhere() {
        assertThat(Deviations.of(EmbeddedWitness.NAME).entries()).isEmpty();
        assertThat(Deviations.of(CognitoLocalWitness.NAME).entries()).isNotEmpty();
    }

    @Test
    void everyCaseSaysWhatItHolds() {
        assertThat(CASES.values())
                .allSatisfy(test -> assertThat(TestClasses.citations(test))
                        .as(TestClasses.name(test))
                        .isNotEmpty());
    }

    @Test
    void everyCaseIsOfTheSuite() {
        assertThat(TestClasses.methods())
                .filteredOn(test -> test.getDeclaringClass().getSimpleName().endsWith("ContractTest"))
                .allSatisfy(test -> assertThat(CASES).containsKey(TestClasses.name(test)));
    }

    @Test
    void entryIsForAllInvocationsOrForOne() {
        List<Deviations.Entry> entries = Deviations.read("""
                # a comment

                ATest.one[x = 'y'] = row 21: does it otherwise
                ATest.all = section 2: does not do it
                """);

        Deviations deviations = new Deviations("file", entries);
        assertThat(deviations.cover(new CaseName("ATest", "one", Optional.of("x = 'y'"))))
                .isTrue();
        assertThat(deviations.cover(new CaseName("ATest", "one", Optional.of("z"))))
                .isFalse();
        assertThat(deviations.cover(new CaseName("ATest", "all", Optional.of("z"))))
                .isTrue();
        assertThat(deviations.cover(new CaseName("ATest", "all", Optional.empty())))
                .isTrue();
        assertThat(deviations.cover(new CaseName("BTest", "all", Optional.empty())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATest.one", "ATest.one = row 3:", "ATest.one = because: of that", "one = row 3: x"})
    void lineThatDoesNotSayWhatDecidesIsRefused(String line) {
        assertThatThrownBy(() -> Deviations.read(line)).hasMessageContaining(line);
    }
}
