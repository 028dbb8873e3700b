package io.github.cognitoconnector.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Metrics as Prometheus sees them: over HTTP, without a token. */
public final class Metrics {

    private Metrics() {}

    /** The lines of all metrics. */
    public static List<String> scrape() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The value of the first metric whose name and tags begin like this. */
    public static Optional<Double> value(String beginning) {
        return scrape().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    /** The values that a tag of a metric has. */
    public static List<String> tagValues(String metric, String tag) {
        Pattern value = Pattern.compile("[{,]" + Pattern.quote(tag) + "=\"([^\"]*)\"");
        return scrape().stream()
                .filter(line -> line.startsWith(metric + "{"))
                .flatMap(line -> value.matcher(line).results().map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    /** The sum over all tags. */
    public static double sum(String metric) {
        return scrape().stream()
                .filter(line -> line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
