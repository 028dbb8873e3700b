package io.github.cognitoconnector.credentials;

import static io.github.cognitoconnector.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.testing.AwsAccount;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose request it is decides whose session signs it; what is kept for that is not asked for again. */
@QuarkusTest
class SessionsOfCallersTest {

    private final AwsAccount account = new AwsAccount();
    private final EntityManagerFactory database;

    SessionsOfCallersTest(EntityManagerFactory database) {
        this.database = database;
    }

    @BeforeEach
    void settle() {
        Cognito.reset();
        account.publish();
        statistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void leave() {
        statistics().setStatisticsEnabled(false);
        Cognito.reset();
    }

    @Test
    void everyCallerOfAnAppHasASessionOfHisOwn() {
        String app = account.appWithRole();
        List<String> callers = List.of(Tokens.platform(), person(), person());
        for (String caller : callers) {
            users(app, caller).statusCode(200);
        }
        assertThat(Cognito.calls("AssumeRole")).isEqualTo(callers.size());
        for (String caller : callers) {
            users(app, caller).statusCode(200);
        }
        assertThat(Cognito.calls("AssumeRole")).as("once more").isEqualTo(callers.size());
    }

    @Test
    void secretsAreReadOnceAndNotByEveryRequest() {
        Statistics statistics = statistics();
        String app = account.appWithKeys();
        statistics.clear();
        users(app, Tokens.platform()).statusCode(200);
        String secrets = "io.github.cognitoconnector.secret.SecretEntity";
        assertThat(statistics.getEntityStatistics(secrets).getLoadCount()).isEqualTo(2);
        statistics.clear();
        for (int i = 0; i < 5; i++) {
            users(app, Tokens.platform()).statusCode(200);
        }
        assertThat(statistics.getEntityStatistics(secrets).getLoadCount()).isZero();
        assertThat(statistics.getPrepareStatementCount())
                .as("the app once more at most, when this replica hears of its own changes, and not by every request")
                .isLessThan(5);
    }

    private Statistics statistics() {
        return database.unwrap(SessionFactory.class).getStatistics();
    }

    private static String person() {
        return Tokens.signed(claims -> {
            claims.setStringClaim("client_id", "client");
            claims.setSubject(UUID.randomUUID().toString());
            claims.setStringClaim("username", "somebody");
            claims.setStringClaim("scope", "connector/users.read");
        });
    }

    private static ValidatableResponse users(String app, String token) {
        return as(token).get(app + "/users?limit=1").then();
    }
}
