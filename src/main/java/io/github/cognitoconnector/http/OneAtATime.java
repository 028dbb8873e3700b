package io.github.cognitoconnector.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Ends connections whose caller sends one request after the other without waiting for answers, or without reading them:
 * the HTTP server would keep them all, and look through all of them for each new one.
 */
final class OneAtATime extends ChannelDuplexHandler {

    /** A caller in a hurry may send the next request before he has read the answer to the last. */
    private static final int MOST = 4;

    private int open;
    private boolean over;

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (!over
                && message instanceof HttpRequest
                && (++open > MOST || !connection.channel().isWritable())) {
            over = true; // the decoder still hands over what it has read
            var unused = connection.close();
        }
        if (over) {
            ReferenceCountUtil.release(message);
        } else {
            connection.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !interim) {
            open--;
        }
        var unused = connection.write(message, promise);
    }
}
