package io.github.cognitoconnector.embedded.cognito.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** A pool of a million users in one gibibyte of heap. What a page costs is compared within one run. */
@Tag("scale")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MillionUsersTest {

    private static final int USERS = 1_000_000;
    private static final int MEMBERS = 50_000;
    private static final int SAMPLES = 101;
    private static final double AS_GOOD_AS_EQUAL = 3;

    private final List<String> report = new ArrayList<>();
    private final ServerProcess server = new ServerProcess("1g");
    private final CognitoIdentityProviderClient sdk = CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
    private final String pool =
            sdk.createUserPool(r -> r.poolName("million")).userPool().id();

    @BeforeAll
    void fill() {
        sdk.createGroup(r -> r.userPoolId(pool).groupName("many"));
        try (Firehose firehose = new Firehose(server.port())) {
            long start = System.nanoTime();
            firehose.send("AdminCreateUser", USERS, this::creation);
            note("created %,d users, %,.0f a second".formatted(USERS, USERS / seconds(start)));
            firehose.send("AdminAddUserToGroup", MEMBERS, this::membership);
        }
        note("heap in use with them: %,d MiB of 1,024".formatted(server.usedHeap()));
    }

    private String creation(int i) {
        return """
                {"UserPoolId":"%s","Username":"%s","MessageAction":"SUPPRESS","TemporaryPassword":"Correct-Horse-42",
                "UserAttributes":[{"Name":"email","Value":"%s@example.com"},{"Name":"email_verified","Value":"true"},
                {"Name":"name","Value":"User number %d"}]}""".formatted(pool, username(i), username(i), i);
    }

    private String membership(int i) {
        return "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"GroupName\":\"many\"}".formatted(pool, username(i));
    }

    private static String username(int i) {
        return "user-%07d".formatted(i);
    }

    @AfterAll
    void close() throws IOException {
        sdk.close();
        server.close();
        Files.write(Path.of("target", "million-users.txt"), report);
    }

    @Test
    void poolKnowsHowManyThereAre() {
        assertThat(sdk.describeUserPool(r -> r.userPoolId(pool)).userPool().estimatedNumberOfUsers())
                .isEqualTo(USERS);
    }

    @Test
    void listHasEveryUserOnceAndTheLastPageCostsWhatTheFirstDoes() {
        BitSet seen = new BitSet(USERS);
        String token = null;
        String lastToken = null;
        long start = System.nanoTime();
        do {
            String from = token;
            ListUsersResponse page =
                    sdk.listUsers(r -> r.userPoolId(pool).limit(60).paginationToken(from));
            page.users()
                    .forEach(user -> seen.set(Integer.parseInt(user.username().substring(5))));
            lastToken = from;
            token = page.paginationToken();
        } while (token != null);
        note("listed them all in pages of 60, %,.0f users a second".formatted(USERS / seconds(start)));

        assertThat(seen.cardinality()).isEqualTo(USERS);
        String last = lastToken;
        compare(
                "page of ListUsers, first and last",
                () -> sdk.listUsers(r -> r.userPoolId(pool).limit(60)),
                () -> sdk.listUsers(r -> r.userPoolId(pool).limit(60).paginationToken(last)));
    }

    @Test
    void searchCostsTheSameForTheFirstUserAndTheLast() {
        for (String attribute : List.of("username", "email", "sub")) {
            IntFunction<String> filter = i -> attribute + " = \"" + value(attribute, i) + "\"";
            String first = filter.apply(0);
            String last = filter.apply(USERS - 1);
            assertThat(search(first)).extracting(UserType::username).containsExactly(username(0));
            assertThat(search(last)).extracting(UserType::username).containsExactly(username(USERS - 1));
            compare("search by " + attribute + ", first and last user", () -> search(first), () -> search(last));
        }
        assertThat(search("email ^= \"USER-00000\"")).hasSize(60);
    }

    private String value(String attribute, int i) {
        return switch (attribute) {
            case "username" -> username(i);
            case "email" -> username(i) + "@example.com";
            default ->
                sdk.adminGetUser(r -> r.userPoolId(pool).username(username(i))).userAttributes().stream()
                        .filter(own -> own.name().equals("sub"))
                        .findFirst()
                        .orElseThrow()
                        .value();
        };
    }

    private List<UserType> search(String filter) {
        return sdk.listUsers(r -> r.userPoolId(pool).filter(filter)).users();
    }

    @Test
    void membersOfAGroupCostTheSameOnTheFirstPageAndTheLast() {
        int listed = 0;
        String token = null;
        String lastToken = null;
        do {
            String from = token;
            var page = sdk.listUsersInGroup(
                    r -> r.userPoolId(pool).groupName("many").limit(60).nextToken(from));
            listed += page.users().size();
            lastToken = from;
            token = page.nextToken();
        } while (token != null);

        assertThat(listed).isEqualTo(MEMBERS);
        String last = lastToken;
        compare(
                "page of ListUsersInGroup, first and last",
                () -> sdk.listUsersInGroup(
                        r -> r.userPoolId(pool).groupName("many").limit(60)),
                () -> sdk.listUsersInGroup(
                        r -> r.userPoolId(pool).groupName("many").limit(60).nextToken(last)));
    }

    /** By turns, so that whatever else the machine does strikes both. */
    private void compare(String what, Runnable first, Runnable last) {
        long[] early = new long[SAMPLES];
        long[] late = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            early[i] = nanos(first);
            late[i] = nanos(last);
        }
        Arrays.sort(early);
        Arrays.sort(late);
        double ratio = (double) late[SAMPLES / 2] / early[SAMPLES / 2];
        note("%s: %d and %d microseconds".formatted(what, early[SAMPLES / 2] / 1_000, late[SAMPLES / 2] / 1_000));

        assertThat(ratio).as(what).isLessThan(AS_GOOD_AS_EQUAL);
    }

    private static long nanos(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return System.nanoTime() - start;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void note(String line) {
        report.add(line);
        System.out.println(line);
    }
}
