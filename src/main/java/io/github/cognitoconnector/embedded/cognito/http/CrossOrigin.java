package io.github.cognitoconnector.embedded.cognito.http;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What pages of other origins may do: everything that Cognito lets them, since single-page applications sign users in
 * from the browser.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public final class CrossOrigin {

    private static final String ALLOW_ORIGIN = "access-control-allow-origin";
    private static final Pattern OWN_HOST =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private CrossOrigin() {}

    public static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
    }

    public static Answer preflight() {
        return new Answer(
                204,
                Map.of(
                        ALLOW_ORIGIN,
                        "*",
                        "access-control-allow-methods",
                        "GET,POST,PUT",
                        "access-control-allow-headers",
                        "authorization,cache-control,content-type,x-amz-content-sha256,x-amz-date,"
                                + "x-amz-security-token,x-amz-server-side-encryption,x-amz-target,"
                                + "x-amz-user-agent,amz-sdk-invocation-id,amz-sdk-request",
                        "access-control-max-age",
                        "3600"),
                "");
    }

    /** Lets the page read the answer; a broken reply stays as it is. */
    public static Reply readable(Request request, Reply reply) {
        return reply instanceof Answer answer && request.header("origin").isPresent()
                ? answer.with(ALLOW_ORIGIN, "*")
                        .with("access-control-expose-headers", "x-amzn-errortype,x-amzn-requestid,date")
                : reply;
    }

    /** Whether a page in a browser sent the request, by its origin or by a name of its own for this host. */
    public static boolean isFromPage(Request request) {
        return request.header("origin").isPresent()
                || request.header("host")
                        .filter(host -> !OWN_HOST.matcher(host).matches())
                        .isPresent();
    }
}
