package io.github.cognitoconnector.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void metricsAreFoundWithTheLabelsThatTheyAreSelectedBy() {
        assertThat(PromQl.of("up{job=\"a{b\", instance=~\"$instance\"} == 0 or absent(up{zone!=\"by\"})"))
                .isEqualTo(new PromQl(Map.of("up", Set.of("job", "instance", "zone")), Set.of()));
    }

    @Test
    void functionsAggregationsAndNumbersAreNoMetrics() {
        assertThat(PromQl.of(
                        "topk(10, histogram_quantile(0.95, sum by (le, operation) (rate(a_bucket[$__rate_interval])))"
                                + ") > 7 * 86400 and (sum(rate(b_total[5m])) or vector(0)) == 0"))
                .isEqualTo(new PromQl(Map.of("a_bucket", Set.of(), "b_total", Set.of()), Set.of("le", "operation")));
    }

    @Test
    void labelsBehindAnAggregationAreGrouping() {
        assertThat(PromQl.of("max(a{x=\"1\"}) by (region) / on (region) b"))
                .isEqualTo(new PromQl(Map.of("a", Set.of("x"), "b", Set.of()), Set.of("region")));
    }
}
