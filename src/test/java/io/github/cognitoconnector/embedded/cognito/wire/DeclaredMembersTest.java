package io.github.cognitoconnector.embedded.cognito.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.DeclaredOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Members that are not declared never reach an operation, so what AWS takes must be declared even where it does nothing. */
class DeclaredMembersTest {

    /** What may differ, and why; every line must still be true. */
    private static final Set<String> KNOWN = Set.of();

    @Test
    void everyOperationDeclaresTheMembersOfTheSdk() throws ReflectiveOperationException {
        List<String> differences = new ArrayList<>();
        for (Operation operation : DeclaredOperations.all()) {
            differences.addAll(SdkMembers.differences(operation));
        }

        assertThat(differences).containsExactlyInAnyOrderElementsOf(KNOWN);
    }

    @Test
    void everyOperationIsOneOfCognito() {
        assertThat(DeclaredOperations.all())
                .hasSizeGreaterThan(50)
                .extracting(Operation::name)
                .doesNotHaveDuplicates()
                .allMatch(OperationNames::isReal);
    }
}
