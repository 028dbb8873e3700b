package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.DEMO;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.attribute;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class UserReadingTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    @Row(22)
    void pagesAreShortWhenToldSoAndLoseNobody() {
        String pool = COGNITO.newPool();
        List<String> created = IntStream.range(0, 10)
                .mapToObj(i -> COGNITO.newUser(pool, "user" + i).username())
                .toList();
        COGNITO.put("pages", "{\"ListUsers\": 3}");

        List<String> listed = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            ListUsersResponse page =
                    SDK.listUsers(r -> r.userPoolId(pool).limit(60).paginationToken(from));
            page.users().forEach(user -> listed.add(user.username()));
            sizes.add(page.users().size());
            token = page.paginationToken();
        } while (token != null);

        assertThat(listed).isEqualTo(created);
        assertThat(sizes).containsExactly(3, 3, 3, 1);
    }

    @Test
    @Row(22)
    void tokenIsBoundToItsQueryAndExpires() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "one");
        COGNITO.newUser(pool, "two");
        String token = SDK.listUsers(r -> r.userPoolId(pool).limit(1)).paginationToken();

        assertThat(refusal(() -> SDK.listUsers(
                        r -> r.userPoolId(pool).filter("email = \"a\"").paginationToken(token))))
                .startsWith("InvalidParameterException: Paging marker");
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(DEMO).paginationToken(token))))
                .startsWith("InvalidParameterException: Paging marker");
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(pool).paginationToken("forged"))))
                .startsWith("InvalidParameterException: Paging marker");
        COGNITO.put("clock", "{\"offsetSeconds\": 3605}");
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(pool).paginationToken(token))))
                .startsWith("InvalidParameterException: Paging marker");
    }

    @Test
    @Row(20)
    void staleListShowsWhatWasBefore() {
        String pool = COGNITO.newPool();
        COGNITO.newUser(pool, "gone");
        COGNITO.newUser(pool, "moved", attribute("email", "old@example.com"));
        COGNITO.newUser(pool, "same", attribute("email", "same@example.com"));
        COGNITO.put("staleness", "{\"ListUsers\": 600000}");

        COGNITO.newUser(pool, "new", attribute("email", "new@example.com"));
        SDK.adminDeleteUser(r -> r.userPoolId(pool).username("gone"));
        SDK.adminUpdateUserAttributes(
                r -> r.userPoolId(pool).username("moved").userAttributes(attribute("email", "new@example.com")));

        assertThat(names(pool, "")).containsExactly("gone", "moved", "same");
        assertThat(names(pool, "email ^= \"\"")).containsExactly("moved", "same");
        assertThat(names(pool, "email = \"old@example.com\"")).containsExactly("moved");
        assertThat(names(pool, "email = \"new@example.com\"")).isEmpty();
        assertThat(SDK.listUsersPaginator(r -> r.userPoolId(pool).limit(1)).users().stream()
                        .map(UserType::username))
                .containsExactly("gone", "moved", "same");
        assertThat(SDK.adminGetUser(r -> r.userPoolId(pool).username("new")).enabled())
                .isTrue();

        COGNITO.reset();
        assertThat(names(pool, "")).containsExactly("moved", "same", "new");
        assertThat(names(pool, "email = \"new@example.com\"")).containsExactlyInAnyOrder("moved", "new");
    }

    @Test
    @Row(20)
    void staleWriteIsSeenInTheEnd() {
        String pool = COGNITO.newPool();
        COGNITO.put("staleness", "{\"ListUsers\": 200}");
        COGNITO.newUser(pool, "late");

        await().untilAsserted(() -> assertThat(names(pool, "")).containsExactly("late"));
    }

    private static List<String> names(String pool, String filter) {
        return SDK.listUsers(r -> r.userPoolId(pool).filter(filter)).users().stream()
                .map(UserType::username)
                .toList();
    }
}
