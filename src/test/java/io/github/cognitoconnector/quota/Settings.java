package io.github.cognitoconnector.quota;

import java.util.Map;

/** A configuration that a test makes. */
record Settings(Map<String, Double> limits, double reserve) implements QuotaConfig {

    static Settings reserve(double reserve) {
        return new Settings(Map.of(), reserve);
    }
}
