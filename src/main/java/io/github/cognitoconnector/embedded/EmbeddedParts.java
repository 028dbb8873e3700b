package io.github.cognitoconnector.embedded;

import io.github.cognitoconnector.embedded.cognito.CognitoOptions;
import io.github.cognitoconnector.embedded.cognito.EmbeddedCognito;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the embedded PostgreSQL and Cognito before anything uses them and stops them after everything else. Each stays
 * off where the operator's configuration names another one.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test", "local"})
class EmbeddedParts {

    private static final Logger LOG = Logger.getLogger(EmbeddedParts.class);
    private static final int FIRST = 1;

    /** The ordinal of the application's own properties; whatever the operator says has a higher one. */
    private static final int OWN_ORDINAL = 250;

    private final EmbeddedConfig config;
    private final SmallRyeConfig properties;
    private @Nullable EmbeddedPostgreSql postgreSql;
    private @Nullable EmbeddedCognito cognito;

    EmbeddedParts(EmbeddedConfig config, SmallRyeConfig properties) {
        this.config = config;
        this.properties = properties;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        config.dataDir().ifPresent(KeysetFile::makeIn);
        if (isOwn("quarkus.datasource.jdbc.url")) {
            postgreSql = EmbeddedPostgreSql.start(
                    config.dataDir(), config.postgresql().port());
            LOG.infof("Embedded PostgreSQL: %s", properties.getRawValue("quarkus.datasource.jdbc.url"));
        }
        if (isOwn("connector.cognito.endpoint")) {
            cognito = EmbeddedCognito.start(new CognitoOptions(
                    config.cognito().port(), config.cognito().signingKey().orElse(null)));
            LOG.infof("Embedded Cognito: %s", cognito.endpoint());
        }
    }

    private boolean isOwn(String key) {
        return properties.getConfigValue(key).getConfigSourceOrdinal() <= OWN_ORDINAL;
    }

    @PreDestroy
    void stop() {
        if (cognito != null) {
            cognito.close();
        }
        if (postgreSql != null) {
            postgreSql.close();
        }
    }
}
