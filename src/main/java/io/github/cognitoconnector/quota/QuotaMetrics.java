package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.QuotaCategory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long calls wait for Cognito's quotas, and how often Cognito refuses them nevertheless. */
@ApplicationScoped
class QuotaMetrics {

    private static final String CATEGORY = "category";

    private final MeterRegistry registry;

    QuotaMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (QuotaCategory category : QuotaCategory.values()) {
            throttles(category);
        }
    }

    void waited(QuotaCategory category, Urgency urgency, Duration time) {
        Timer.builder("connector.quota.wait")
                .description("Time that calls of Cognito have waited for their slots on this replica, in vain or not")
                .tag(CATEGORY, category.awsName())
                .tag("urgency", urgency.tag())
                .register(registry)
                .record(time);
    }

    void throttled(QuotaCategory category) {
        throttles(category).increment();
    }

    private Counter throttles(QuotaCategory category) {
        return Counter.builder("connector.quota.throttled")
                .description("Attempts of this replica that Cognito has refused as too many")
                .tag(CATEGORY, category.awsName())
                .register(registry);
    }
}
