package io.github.cognitoconnector.job;

import static io.github.cognitoconnector.testing.Api.as;
import static io.github.cognitoconnector.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Jobs;
import io.github.cognitoconnector.testing.OwnApp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs of one app do not wait for those of another. */
@QuarkusTest
class JobFairnessTest {

    private static final int MANY = 300;

    private OwnApp large = OwnApp.NONE;
    private OwnApp small = OwnApp.NONE;

    @BeforeEach
    void register() {
        large = OwnApp.register();
        small = OwnApp.register();
    }

    @AfterEach
    void remove() {
        Cognito.reset();
        large.remove();
        small.remove();
    }

    @Test
    void aSmallJobEndsWhileALargeOneIsAtItsBeginning() {
        Cognito.faults("[{\"operation\": \"AdminGetUser\", \"latencyMs\": 1000}]");
        String operations = IntStream.range(0, MANY)
                .mapToObj("{\"op\": \"disableUser\", \"user\": \"nobody-%d\"}"::formatted)
                .collect(Collectors.joining(","));
        String slow = Jobs.started(
                json(large.token(), "{\"operations\": [" + operations + "]}").post(large.path() + "/bulk"));
        await().until(() -> Cognito.calls("AdminGetUser") >= 16);

        JsonPath quick = Jobs.imported(small, "", "username\na\nb\nc\nd\ne\n");
        JsonPath rest = Jobs.get(large.token(), slow);
        assertThat(quick.getInt("outcomes.created")).isEqualTo(5);
        assertThat(rest.getString("state")).isEqualTo("RUNNING");
        assertThat(rest.getInt("done")).isLessThan(MANY / 2);
        as(large.token()).post("/v1/jobs/" + slow + "/cancel").then().statusCode(200);
        Jobs.rest(slow);
    }
}
