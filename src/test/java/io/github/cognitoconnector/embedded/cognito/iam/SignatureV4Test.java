package io.github.cognitoconnector.embedded.cognito.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.embedded.cognito.http.Body;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked values that AWS published: those of its Signature Version 4 test suite and of its documentation. */
class SignatureV4Test {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TOKEN =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflf"
                    + "KD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75Y"
                    + "U9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9"
                    + "FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static Stream<Arguments> published() {
        return Stream.of(
                example("get-vanilla", request("GET", "", Map.of(), ""), "host;x-amz-date", """
                        5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"""),
                example(
                        "get-vanilla-query-order-key-case",
                        request("GET", "Param2=value2&Param1=value1", Map.of(), ""),
                        "host;x-amz-date",
                        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"),
                example(
                        "get-header-value-trim",
                        request("GET", "", Map.of("my-header1", " value1", "my-header2", " \"a   b   c\""), ""),
                        "host;my-header1;my-header2;x-amz-date",
                        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"),
                example("post-vanilla", request("POST", "", Map.of(), ""), "host;x-amz-date", """
                        5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"""),
                example(
                        "post-x-www-form-urlencoded",
                        request("POST", "", Map.of("content-type", FORM), "Param1=value1"),
                        "content-type;host;x-amz-date",
                        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a"),
                example(
                        "post-sts-header-before",
                        request("POST", "", Map.of("x-amz-security-token", TOKEN), ""),
                        "host;x-amz-date;x-amz-security-token",
                        "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"));
    }

    private static Arguments example(String name, Request request, String signedHeaders, String signature) {
        return Arguments.of(name, header("service", signedHeaders, signature), request);
    }

    private static SigningHeader header(String service, String signedHeaders, String signature) {
        return SigningHeader.parse("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=" + signedHeaders + ", Signature=" + signature)
                .orElseThrow();
    }

    private static Request request(String method, String query, Map<String, String> more, String body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.putIfAbsent("host", "example.amazonaws.com");
        headers.put("x-amz-date", "20150830T123600Z");
        return new Request(method, "/", query, headers, Body.of(body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void publishedSignatureMatches(String name, SigningHeader header, Request request) {
        assertThat(SignatureV4.matches(header, request, SECRET)).as(name).isTrue();
    }

    @Test
    void listUsersOfTheDocumentationMatches() {
        Request listUsers = request(
                "GET",
                "Action=ListUsers&Version=2010-05-08",
                Map.of("host", "iam.amazonaws.com", "content-type", FORM + "; charset=utf-8"),
                "");
        String signature = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

        assertThat(SignatureV4.matches(header("iam", "content-type;host;x-amz-date", signature), listUsers, SECRET))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void whateverIsSignedCannotBeChanged(String name, SigningHeader header, Request request) {
        Request withBody = new Request(
                request.method(), request.path(), request.query(), request.headers(), Body.of("Param1=value2"));
        Request withQuery =
                new Request(request.method(), request.path(), "Param3=3", request.headers(), request.content());
        Request put = new Request("PUT", request.path(), request.query(), request.headers(), request.content());
        Map<String, String> otherHost = new HashMap<>(request.headers());
        otherHost.put("host", "other.amazonaws.com");
        Request elsewhere =
                new Request(request.method(), request.path(), request.query(), otherHost, request.content());

        assertThat(Stream.of(withBody, withQuery, put, elsewhere))
                .as(name)
                .noneMatch(changed -> SignatureV4.matches(header, changed, SECRET));
        assertThat(SignatureV4.matches(header, request, SECRET + "x")).isFalse();
    }

    @Test
    void queryIsOrderedByValueToo() {
        Request request = request("GET", "Param1=value2&Param1=Value1&a=%2F%7e&plus=+&empty", Map.of(), "");

        assertThat(CanonicalRequest.of(request, List.of("host")).lines().skip(2).findFirst())
                .hasValue("Param1=Value1&Param1=value2&a=%2F~&empty=&plus=%2B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/sts/aws4_request, SignedHeaders=host",
                "AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/sts/aws4_request, Signature=00",
                "AWS4-HMAC-SHA256 Credential=AKID/2015/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00",
                "AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/sts/aws3, SignedHeaders=host, Signature=00"
            })
    void headerWithoutAllPartsIsNone(String header) {
        assertThat(SigningHeader.parse(header)).isEmpty();
    }
}
