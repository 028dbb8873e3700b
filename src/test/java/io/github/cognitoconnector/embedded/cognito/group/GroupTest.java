package io.github.cognitoconnector.embedded.cognito.group;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class GroupTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    /** The quota is documented, its error is not. */
    @Test
    @Row(18)
    void userIsInAHundredGroupsAtMost() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "grace");
        IntStream.rangeClosed(0, 100)
                .forEach(i -> SDK.createGroup(r -> r.userPoolId(pool).groupName("g" + i)));
        IntStream.range(0, 100).forEach(i -> join(pool, "g" + i));

        assertThat(refusal(() -> join(pool, "g100"))).startsWith("LimitExceededException");
        join(pool, "g0");
        assertThat(SDK.adminListGroupsForUserPaginator(r -> r.userPoolId(pool).username("grace"))
                        .groups())
                .hasSize(100);
    }

    private static void join(String pool, String group) {
        SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username("grace"));
    }
}
