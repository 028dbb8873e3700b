package io.github.cognitoconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpConfigTest {

    @Test
    void asksForNoCertificatesUnlessTold() {
        HttpServerOptions options = new HttpServerOptions();
        new ServerOptions(config(Map.of()), Optional.empty()).customizeHttpsServer(options);
        assertThat(options.getClientAuth()).isEqualTo(ClientAuth.NONE);
    }

    @Test
    void speaksNoHttp2WithoutTls() {
        HttpServerOptions options = new HttpServerOptions();
        new ServerOptions(config(Map.of()), Optional.empty()).customizeHttpServer(options);
        assertThat(options.isHttp2ClearTextEnabled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(InsecureRequests.class)
    void requiresNoCertificatesBesideAnOpenDoor(InsecureRequests insecure) {
        HttpConfig required = config(Map.of("connector.http.client-auth", "required"));
        if (insecure == InsecureRequests.DISABLED) {
            assertThatCode(() -> new ServerOptions(required, Optional.of(insecure)))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> new ServerOptions(required, Optional.of(insecure)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("quarkus.http.insecure-requests=disabled");
        }
        assertThatThrownBy(() -> new ServerOptions(required, Optional.empty()))
                .isInstanceOf(ConfigurationException.class);
    }

    private static HttpConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(HttpConfig.class)
                .withConverter(java.time.Duration.class, 200, new DurationConverter())
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValues(keys)
                .build()
                .getConfigMapping(HttpConfig.class);
    }
}
