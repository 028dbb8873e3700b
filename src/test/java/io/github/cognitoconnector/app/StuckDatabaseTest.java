package io.github.cognitoconnector.app;

import static io.github.cognitoconnector.testing.Api.json;
import static io.github.cognitoconnector.testing.Api.problem;
import static io.github.cognitoconnector.testing.Api.unique;
import static org.hamcrest.Matchers.notNullValue;

import io.github.cognitoconnector.testing.Database;
import io.github.cognitoconnector.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StuckDatabaseTest {

    /** A row that another holds stands for a server that says nothing: to the caller they are the same. */
    @Test
    void aDatabaseThatDoesNotAnswerHoldsNoRequestForGood() throws SQLException {
        String id = unique("app-");
        json(Tokens.platform(), """
                        {"id": "%s", "name": "Test", "userPoolId": "us-east-1_demo", "clientIds": ["client"]}""".formatted(id)).post("/v1/apps").then().statusCode(201);
        try (Connection other = Database.asSuperuser();
                PreparedStatement hold = other.prepareStatement("select id from app where id = ? for update")) {
            other.setAutoCommit(false);
            hold.setString(1, id);
            hold.executeQuery();
            rename(id).then().spec(problem(503, "database-unavailable")).header("Retry-After", notNullValue());
            other.rollback();
        }
        rename(id).then().statusCode(200);
    }

    private static Response rename(String id) {
        return json(Tokens.platform(), "{\"name\": \"New\"}")
                .header("If-Match", "*")
                .patch("/v1/apps/" + id);
    }
}
