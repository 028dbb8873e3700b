package io.github.cognitoconnector.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import java.util.UUID;

/** Requests to the service and the answers that it promises. */
public final class Api {

    public static final String DEMO = "/v1/apps/demo";

    private Api() {}

    /** With a token; paths are sent as they are written. */
    public static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().preemptive().oauth2(token);
    }

    public static RequestSpecification json(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body);
    }

    /** A problem with its status, code, media type and members, and no word of Java. */
    public static ResponseSpecification problem(int status, String code) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("code", equalTo(code))
                .expectBody("status", equalTo(status))
                .expectBody("type", equalTo("urn:cognito-connector:problem:" + code))
                .expectBody("instance", startsWith("/v1/"))
                .expectBody("traceId", matchesPattern("[0-9a-f]{32}"))
                .build();
    }

    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A new user of app {@code demo}. */
    public static String newUser() {
        String username = unique("user-");
        json(Tokens.demo(), "{\"username\": \"" + username + "\"}")
                .post(DEMO + "/users")
                .then()
                .statusCode(201);
        return username;
    }

    /** A new group of app {@code demo}. */
    public static String newGroup() {
        String name = unique("group-");
        json(Tokens.demo(), "{\"name\": \"" + name + "\"}")
                .post(DEMO + "/groups")
                .then()
                .statusCode(201);
        return name;
    }
}
