package io.github.cognitoconnector.http;

import io.netty.bootstrap.ServerBootstrap;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.core.runtime.QuarkusExecutorFactory;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Puts a {@link ConnectionGate} before every server of the framework, which are those of HTTP. Vert.x has no option for what
 * is to happen with a connection before its first request; its transport is the one place where the server is still to be
 * had.
 */
@RegisterForReflection
public final class AcceptedConnections implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (!(builder.executorServiceFactory() instanceof QuarkusExecutorFactory)) {
            return; // the embedded Cognito has a Vert.x of its own
        }
        if (!(builder.findTransport() instanceof JDKTransport)) {
            throw new IllegalStateException("The deadlines of connections do not know this transport; do not set"
                    + " quarkus.vertx.prefer-native-transport.");
        }
        builder.findTransport(new GatedTransport());
    }

    private static final class GatedTransport extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap server) {
            super.configure(options, domainSocket, server);
            server.handler(new ConnectionGate());
        }
    }
}
