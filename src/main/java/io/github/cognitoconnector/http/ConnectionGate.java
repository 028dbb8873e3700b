package io.github.cognitoconnector.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives every connection its deadline the moment it is accepted, before TLS and before HTTP. */
@ChannelHandler.Sharable
final class ConnectionGate extends ChannelInboundHandlerAdapter {

    private final Duration headerTimeout = ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(HttpConfig.class)
            .headerTimeout();

    @Override
    public void channelRead(ChannelHandlerContext server, Object accepted) {
        if (accepted instanceof Channel connection) {
            connection.pipeline().addFirst(new HeaderDeadline(headerTimeout));
        }
        server.fireChannelRead(accepted);
    }
}
