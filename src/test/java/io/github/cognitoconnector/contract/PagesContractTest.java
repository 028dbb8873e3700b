package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.attribute;
import static io.github.cognitoconnector.contract.CognitoFixture.refusal;
import static io.github.cognitoconnector.contract.CognitoFixture.toMap;
import static io.github.cognitoconnector.contract.CognitoFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Lists that come in pages. */
@ContractSuite
class PagesContractTest {

    private static final Contract COGNITO = Contract.open();
    private static final CognitoIdentityProviderClient SDK = COGNITO.sdk();

    @Test
    @Row(22)
    void pagesOfUsersLoseNobody() {
        String pool = COGNITO.newPool();
        List<String> created = users(pool, 5);

        COGNITO.soon(() -> assertThat(
                        SDK.listUsersPaginator(r -> r.userPoolId(pool).limit(2)).users().stream()
                                .map(UserType::username))
                .containsExactlyInAnyOrderElementsOf(created));
        assertThat(SDK.listUsers(r -> r.userPoolId(pool).limit(2)).users()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Row({21, 22})
    void filteredPagesLoseNobodyEither() {
        String pool = COGNITO.newPool();
        List<String> created = users(pool, 5);

        COGNITO.soon(() -> assertThat(SDK
                        .listUsersPaginator(r -> r.userPoolId(pool).limit(2).filter("email = \"same@example.com\""))
                        .users()
                        .stream()
                        .map(UserType::username))
                .containsExactlyInAnyOrderElementsOf(created));
    }

    @Test
    @Row(22)
    void limitOfZeroIsTheUsualOne() {
        String pool = COGNITO.newPool();
        List<String> created = users(pool, 3);

        COGNITO.soon(() -> assertThat(SDK.listUsers(r -> r.userPoolId(pool).limit(0)).users().stream()
                        .map(UserType::username))
                .containsExactlyInAnyOrderElementsOf(created));
    }

    @Test
    @Row(22)
    void tokenIsBoundToItsQuery() {
        String pool = COGNITO.newPool();
        String other = COGNITO.newPool();
        users(pool, 3);
        String token = token(pool);

        assertThat(refusal(() -> SDK.listUsers(
                        r -> r.userPoolId(pool).filter("email = \"a\"").paginationToken(token))))
                .startsWith("InvalidParameterException: Paging marker")
                .endsWith("is invalid for request");
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(other).paginationToken(token))))
                .startsWith("InvalidParameterException");
    }

    @Test
    @Row(22)
    void forgedTokenIsRefused() {
        assertThat(refusal(() -> SDK.listUsers(r -> r.userPoolId(COGNITO.pool()).paginationToken("forged"))))
                .startsWith("InvalidParameterException");
        assertThat(refusal(
                        () -> SDK.listGroups(r -> r.userPoolId(COGNITO.pool()).nextToken("forged"))))
                .startsWith("InvalidParameterException");
    }

    @Test
    @Row(22)
    void groupsAreListedPageByPage() {
        String pool = COGNITO.newPool();
        List<String> created =
                IntStream.range(0, 5).mapToObj(i -> COGNITO.newGroup(pool)).toList();

        assertThat(SDK.listGroupsPaginator(r -> r.userPoolId(pool).limit(2)).groups().stream()
                        .map(GroupType::groupName))
                .containsExactlyInAnyOrderElementsOf(created);
        assertThat(SDK.listGroups(r -> r.userPoolId(pool).limit(2)).groups()).hasSizeLessThanOrEqualTo(2);
        assertThat(SDK.listGroups(r -> r.userPoolId(pool).limit(0)).groups()).hasSize(5);
    }

    @Test
    @Row(22)
    void membersAreListedPageByPage() {
        String pool = COGNITO.newPool();
        String group = COGNITO.newGroup(pool);
        List<String> created = users(pool, 5);
        created.forEach(user ->
                SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username(user)));

        assertThat(SDK
                        .listUsersInGroupPaginator(
                                r -> r.userPoolId(pool).groupName(group).limit(2))
                        .users()
                        .stream()
                        .map(UserType::username))
                .containsExactlyInAnyOrderElementsOf(created);
        assertThat(SDK.listUsersInGroup(r -> r.userPoolId(pool).groupName(group).limit(2))
                        .users())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Row(22)
    void groupsOfAUserAreListedPageByPage() {
        String pool = COGNITO.pool();
        String user = COGNITO.newUser(pool, unique("user")).username();
        List<String> joined =
                IntStream.range(0, 3).mapToObj(i -> COGNITO.newGroup(pool)).toList();
        joined.forEach(group ->
                SDK.adminAddUserToGroup(r -> r.userPoolId(pool).groupName(group).username(user)));

        assertThat(
                        SDK
                                .adminListGroupsForUserPaginator(
                                        r -> r.userPoolId(pool).username(user).limit(2))
                                .groups()
                                .stream()
                                .map(GroupType::groupName))
                .containsExactlyInAnyOrderElementsOf(joined);
        assertThat(SDK.adminListGroupsForUser(
                                r -> r.userPoolId(pool).username(user).limit(2))
                        .groups())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Row(22)
    void poolsAreListedPageByPage() {
        String one = COGNITO.newPool();
        String two = COGNITO.newPool();

        assertThat(SDK.listUserPoolsPaginator(r -> r.maxResults(1)).userPools().stream()
                        .map(UserPoolDescriptionType::id))
                .contains(one, two)
                .doesNotHaveDuplicates();
        assertThat(SDK.listUserPools(r -> r.maxResults(1)).userPools()).hasSize(1);
    }

    @Test
    @Row(23)
    void attributesToGetNarrowsTheAnswer() {
        String user = COGNITO.newUser(
                        COGNITO.pool(), unique("user"), attribute("email", "g@example.com"), attribute("name", "Grace"))
                .username();

        COGNITO.soon(() -> assertThat(SDK.listUsers(r -> r.userPoolId(COGNITO.pool())
                                .filter("username = \"" + user + "\"")
                                .attributesToGet("email"))
                        .users())
                .singleElement()
                .satisfies(one -> assertThat(toMap(one.attributes())).containsOnlyKeys("email")));
    }

    @Test
    @Row(23)
    void attributesToGetRefusesSubAndWhatThePoolDoesNotHave() {
        for (String refused : List.of("sub", "custom:plan", "nonsense")) {
            assertThat(refusal(() ->
                            SDK.listUsers(r -> r.userPoolId(COGNITO.pool()).attributesToGet(refused))))
                    .as(refused)
                    .startsWith("InvalidParameterException");
        }
    }

    @Test
    @Row(23)
    void attributesToGetRefusesACustomAttributeThatAUserLacks() {
        String pool = COGNITO.newPool(r -> r.schema(SchemaAttributeType.builder()
                .name("plan")
                .attributeDataType(AttributeDataType.STRING)
                .build()));
        COGNITO.newUser(pool, "grace", attribute("custom:plan", "gold"));
        COGNITO.soon(() -> assertThat(SDK.listUsers(r -> r.userPoolId(pool).attributesToGet("custom:plan"))
                        .users())
                .singleElement()
                .satisfies(one -> assertThat(toMap(one.attributes())).containsEntry("custom:plan", "gold")));

        COGNITO.newUser(pool, "ada");

        COGNITO.soon(() -> assertThat(
                        refusal(() -> SDK.listUsers(r -> r.userPoolId(pool).attributesToGet("custom:plan"))))
                .startsWith("InvalidParameterException"));
    }

    private static List<String> users(String pool, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> COGNITO.newUser(pool, "user" + i, attribute("email", "same@example.com"))
                        .username())
                .toList();
    }

    private static String token(String pool) {
        List<String> token = new ArrayList<>();
        COGNITO.soon(() -> {
            String found = SDK.listUsers(r -> r.userPoolId(pool).limit(1)).paginationToken();
            assertThat(found).isNotNull();
            token.add(found);
        });
        return token.getFirst();
    }
}
