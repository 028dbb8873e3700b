package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of a request that is signed. Paths are taken as they come and not normalized: those that are served here are
 * one segment long.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Elements of
 *     an AWS API request signature</a>
 */
public final class CanonicalRequest {

    private static final Pattern BLANKS = Pattern.compile(" +");

    private CanonicalRequest() {}

    /**
     * What is signed: algorithm, time, scope, and the digest of the request in its canonical form.
     *
     * @throws IllegalArgumentException if the query is not percent-encoded
     */
    public static String stringToSign(SigningHeader header, Request request) {
        return String.join(
                "\n",
                header.algorithm(),
                request.header("x-amz-date").orElse(""),
                header.scope().toString(),
                digest(of(request, header.signedHeaders()).getBytes(StandardCharsets.UTF_8)));
    }

    /** The canonical form; a header that was signed but did not arrive counts as empty. */
    static String of(Request request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + trimmed(request.header(name).orElse("")) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.path()),
                query(request.query()),
                headers,
                String.join(";", signedHeaders),
                digest(bytes(request)));
    }

    /** Every segment of a path that is encoded already is encoded once more, but for Amazon S3. */
    private static String path(String path) {
        return path.isEmpty()
                ? "/"
                : Stream.of(path.split("/", -1)).map(CanonicalRequest::encode).collect(Collectors.joining("/"));
    }

    private static String query(String query) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(query, "&");
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            String value = equals < 0 ? "" : token.substring(equals + 1);
            pairs.add(Map.entry(encode(decode(name)), encode(decode(value))));
        }
        return pairs.stream()
                .sorted(Map.Entry.<String, String>comparingByKey()
                        .thenComparing(Map.Entry::getValue, Comparator.naturalOrder()))
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String trimmed(String value) {
        return BLANKS.matcher(value.strip()).replaceAll(" ");
    }

    /** A plus is a plus here, unlike in forms. */
    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** All but the unreserved characters of RFC 3986. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] bytes(Request request) {
        try (InputStream body = request.content().stream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A body in memory that cannot be read", e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
