package io.github.cognitoconnector.embedded.cognito.sts;

import java.util.UUID;

/** Answers of the AWS query protocol. */
final class Xml {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private Xml() {}

    static String element(String name, String... children) {
        return "<" + name + ">" + String.join("", children) + "</" + name + ">";
    }

    static String text(String name, String text) {
        return element(name, escape(text));
    }

    static String response(String action, String... children) {
        return root(
                action + "Response", element(action + "Result", children), element("ResponseMetadata", requestId()));
    }

    static String error(boolean receiver, String code, String message) {
        String error = element(
                "Error", text("Type", receiver ? "Receiver" : "Sender"), text("Code", code), text("Message", message));
        return root("ErrorResponse", error, requestId());
    }

    private static String root(String name, String... children) {
        return "<" + name + " xmlns=\"" + NAMESPACE + "\">" + String.join("", children) + "</" + name + ">\n";
    }

    private static String requestId() {
        return text("RequestId", UUID.randomUUID().toString());
    }

    /** XML 1.0 has no control characters at all, so that they become what unreadable characters become. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
