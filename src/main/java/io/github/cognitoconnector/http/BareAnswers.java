package io.github.cognitoconnector.http;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;

/** Gives the security headers to what the HTTP server answers by itself, to requests that it cannot read. */
@ChannelHandler.Sharable
final class BareAnswers extends ChannelOutboundHandlerAdapter {

    static final BareAnswers GUARD = new BareAnswers();

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer
                && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL
                && !answer.headers().contains(SecurityHeaders.MARK)) {
            SecurityHeaders.STRICT.forEach(answer.headers()::set);
        }
        var unused = connection.write(message, promise);
    }
}
