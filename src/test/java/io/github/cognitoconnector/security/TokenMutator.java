package io.github.cognitoconnector.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Damages tokens: their text, or the bytes and the JSON inside of it, which keeps the outside well-formed. */
final class TokenMutator {

    private static final List<String> HEADERS = List.of(
            "\"crit\":[\"exp\"]",
            "\"b64\":false",
            "\"jku\":\"https://evil.example\"",
            "\"jwk\":{}",
            "\"x5c\":[]",
            "\"zip\":\"DEF\"",
            "\"alg\":\"none\"",
            "\"alg\":\"HS256\"",
            "\"typ\":\"JWE\"",
            "\"cty\":\"JWT\"");
    private static final List<String> CLAIMS = List.of(
            "\"exp\":9999999999",
            "\"client_id\":\"localoperator\"",
            "\"scope\":\"connector/apps.admin\"",
            "\"token_use\":\"access\"",
            "\"sub\":\"root\"",
            "\"iss\":\"https://evil.example\"",
            "\"nbf\":0",
            "\"username\":\"root\"",
            "\"cognito:groups\":[\"admins\"]",
            "\"__proto__\":{}",
            "\"exp\":1e400",
            "\"a\":[[[[[[[[[[]]]]]]]]]]",
            "\"exp\":\"9999999999\"",
            "\"n\":" + "9".repeat(100));

    private final SplittableRandom random;
    private final String alphabet;

    TokenMutator(SplittableRandom random, String alphabet) {
        this.random = random;
        this.alphabet = alphabet;
    }

    String damage(String token) {
        String[] parts = token.split("\\.", -1);
        int part = random.nextInt(parts.length);
        switch (random.nextInt(8)) {
            case 0 -> parts[part] = replaceCharacter(parts[part]);
            case 1 -> parts[part] = cut(parts[part]);
            case 2 -> parts[part] = parts[part] + character();
            case 3 -> parts[part] = encoded(flipBit(decoded(parts[part])));
            case 4 -> parts[0] = withMember(parts[0], HEADERS);
            case 5 -> parts[1] = withMember(parts[1], CLAIMS);
            case 6 -> parts[part] = parts[random.nextInt(parts.length)];
            default -> parts[1] = changedDigits(parts[1]);
        }
        return String.join(random.nextInt(50) == 0 ? ".." : ".", parts);
    }

    private String replaceCharacter(String part) {
        int at = random.nextInt(part.length());
        return part.substring(0, at) + character() + part.substring(at + 1);
    }

    private String cut(String part) {
        return part.substring(0, random.nextInt(part.length()));
    }

    private char character() {
        return alphabet.charAt(random.nextInt(alphabet.length()));
    }

    private byte[] flipBit(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return bytes;
    }

    /** In front or behind, once or twice, so that members stand twice as well. */
    private String withMember(String part, List<String> members) {
        String json = new String(decoded(part), StandardCharsets.UTF_8);
        String member = members.get(random.nextInt(members.size()));
        String changed = random.nextBoolean()
                ? "{" + member + "," + json.substring(1)
                : json.substring(0, json.lastIndexOf('}')) + "," + member + "}";
        return encoded(changed.getBytes(StandardCharsets.UTF_8));
    }

    private String changedDigits(String part) {
        String json = new String(decoded(part), StandardCharsets.UTF_8);
        char digit = (char) ('0' + random.nextInt(10));
        return encoded(json.replace(digit, '9').getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
