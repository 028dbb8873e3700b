package io.github.cognitoconnector.quota;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.QuotaCategory;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How many requests a second there are: the app's own, or the platform's, or AWS's default. */
@ApplicationScoped
class Limits {

    private static final double LEAST = Double.parseDouble(QuotaCategory.LEAST);
    private static final double MOST = Double.parseDouble(QuotaCategory.MOST);

    private final Map<QuotaCategory, Double> platform = new EnumMap<>(QuotaCategory.class);

    /** @throws ConfigurationException if a category is unknown or a limit is out of range */
    Limits(QuotaConfig config) {
        for (QuotaCategory category : QuotaCategory.values()) {
            platform.put(category, category.perSecond());
        }
        config.limits().forEach((name, perSecond) -> platform.put(category(name), inRange(name, perSecond)));
    }

    /** At the start, so that a wrong limit is not found out by the first call. */
    void start(@Observes StartupEvent start) {
        // the constructor has looked
    }

    double of(App app, QuotaCategory category) {
        Double own = app.quotas().get(category.awsName());
        return own == null ? platform.getOrDefault(category, category.perSecond()) : own;
    }

    /** Environment variables do not tell upper case from lower case. */
    private static QuotaCategory category(String name) {
        return Arrays.stream(QuotaCategory.values())
                .filter(category -> category.awsName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Cognito Connector cannot start: connector.quotas.limits."
                        + name + " is none of Amazon Cognito's quota categories."));
    }

    private static double inRange(String name, double perSecond) {
        if (perSecond >= LEAST && perSecond <= MOST) {
            return perSecond;
        }
        throw new ConfigurationException("Cognito Connector cannot start: connector.quotas.limits." + name
                + " has to be from " + QuotaCategory.LEAST + " to " + QuotaCategory.MOST + " requests a second.");
    }
}
