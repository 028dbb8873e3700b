package io.github.cognitoconnector.embedded.cognito.iam;

import io.github.cognitoconnector.embedded.cognito.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What binds a signature to its time and to its request, whichever key made it. */
public final class SigningRules {

    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private SigningRules() {}

    /**
     * What is wrong with time, scope or signed headers, in AWS's words.
     *
     * @param service which the signature has to be scoped to
     */
    public static Optional<String> complaint(SigningHeader header, Request request, String service, Instant now) {
        String sent = request.header("x-amz-date").orElse("");
        if (!header.scope().service().equals(service)) {
            return Optional.of("Credential should be scoped to correct service: '" + service + "'.");
        }
        if (!sent.startsWith(header.scope().date() + "T")) {
            return Optional.of("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                    + " HTTP: '" + header.scope().date() + "' != '" + sent + "'.");
        }
        return unsigned(header.signedHeaders(), request)
                .map(name -> "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.")
                .or(() -> skew(sent, now));
    }

    /** Host and everything of AWS has to be signed. */
    private static Optional<String> unsigned(List<String> signed, Request request) {
        return request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .filter(name -> !signed.contains(name))
                .sorted()
                .findFirst();
    }

    private static Optional<String> skew(String sent, Instant now) {
        try {
            Instant at = Instant.from(FORMAT.parse(sent));
            Instant earliest = now.minus(TOLERANCE);
            Instant latest = now.plus(TOLERANCE);
            if (at.isBefore(earliest)) {
                return Optional.of("Signature expired: %s is now earlier than %s (%s - 15 min.)"
                        .formatted(sent, FORMAT.format(earliest), FORMAT.format(now)));
            }
            return at.isAfter(latest)
                    ? Optional.of("Signature not yet current: %s is still later than %s (%s + 15 min.)"
                            .formatted(sent, FORMAT.format(latest), FORMAT.format(now)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("Date must be in ISO-8601 'basic format'. Got '" + sent + "'.");
        }
    }
}
