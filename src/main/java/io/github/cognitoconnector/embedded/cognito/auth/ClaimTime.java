package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code TIMESTAMP} under a proof of the password. */
final class ClaimTime {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][a-z]{2} ([A-Z][a-z]{2} .*[A-Z]+ \\d{4})");
    /** Longer than any time; the pattern would take minutes to refuse a text of a hundred thousand letters. */
    private static final int LONGEST = 64;

    private static final DateTimeFormatter WITHOUT_WEEKDAY =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss z uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH);

    private ClaimTime() {}

    /**
     * Reads a timestamp; the weekday may be wrong and the day may have a zero in front, which {@link #signed} tells.
     *
     * @throws Refusal {@code InvalidParameterException} for anything that is no time in English
     */
    static Instant parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw malformed();
        }
        try {
            return ZonedDateTime.parse(matcher.group(1), WITHOUT_WEEKDAY).toInstant();
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    /** The one spelling that Cognito signs; a client that signed another spelling does not prove anything. */
    static String signed(Instant time) {
        return SIGNED.format(time.atOffset(ZoneOffset.UTC));
    }

    private static Refusal malformed() {
        return Refusal.invalidParameter("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
    }
}
