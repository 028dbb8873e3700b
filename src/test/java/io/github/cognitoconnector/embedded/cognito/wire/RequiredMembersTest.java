package io.github.cognitoconnector.embedded.cognito.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.AnyOperation;
import io.github.cognitoconnector.embedded.cognito.DeclaredOperations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The list of the contract suite has what is built, and requires what is required here. */
class RequiredMembersTest {

    @Test
    void suiteKnowsEveryOperationAndItsRequiredMembers() {
        Map<String, List<String>> built = new TreeMap<>();
        for (Operation operation : DeclaredOperations.all()) {
            built.put(
                    operation.name(),
                    operation.input().members().stream()
                            .filter(Member::required)
                            .map(Member::name)
                            .sorted()
                            .toList());
        }
        Map<String, List<String>> listed = new TreeMap<>();
        for (AnyOperation operation : AnyOperation.all()) {
            listed.put(operation.name(), operation.required().stream().sorted().toList());
        }

        assertThat(listed).isEqualTo(built);
    }
}
