package io.github.cognitoconnector.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which request targets are looked at. What one part of the service, or a proxy before it, could read otherwise than another
 * is refused; everything else is decoded once.
 */
final class PathRules {

    /** As dot segments these would name something else than the caller meant, encoded or not. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/(\\.|%2[eE]){1,2}(/|$)");

    private static final Pattern CONTROL = Pattern.compile("%([01][0-9a-fA-F]|7[fF])");
    private static final Pattern ASCII = Pattern.compile("[!-~]*");

    private PathRules() {}

    /** What is wrong with the path of a request, up to the question mark; null if it is as it should be. */
    static @Nullable String flawOf(String path) {
        if (!path.startsWith("/") || path.indexOf('#') >= 0) {
            return "A request names a path, without host and fragment.";
        } else if (path.indexOf(';') >= 0) {
            return "A semicolon in a path is sent as %3B.";
        } else if (path.indexOf('\\') >= 0 || !ASCII.matcher(path).matches()) {
            return "A backslash in a path is sent as %5C, and what is not ASCII by its percent-encoded UTF-8.";
        } else if (path.contains("//")) {
            return "A path has no empty segments.";
        } else if (DOT_SEGMENT.matcher(path).find()) {
            return "A name of dots alone is sent as username:..";
        } else if (CONTROL.matcher(path).find()) {
            return "A path has no control characters.";
        } else {
            return decodes(path) ? null : "A path is percent-encoded UTF-8.";
        }
    }

    /** Whether every percent sign has two hexadecimal digits and the bytes are UTF-8. */
    static boolean decodes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.put((byte) c);
            } else if (i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
