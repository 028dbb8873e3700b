package io.github.cognitoconnector.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which no request comes about in time: from its acceptance, and later from the first byte behind an
 * answered request, until all headers of a request are there. However the bytes trickle in, time is not extended. What lies
 * between an answer and the first byte of the next request is left to the idle timeout. One for each connection, on its
 * event loop.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

    private static final String ENCODER = "httpEncoder";

    /** Vert.x's own, which comes last. */
    private static final String HANDLER = "handler";

    /** Text, since live reload leaves connections to the classes that they came with. */
    private static final String BEGUN = HeaderDeadline.class.getName() + ".begun";

    private static final String ENDED = HeaderDeadline.class.getName() + ".ended";

    private final Duration time;
    private @Nullable Future<?> deadline;
    private int requests;
    private boolean answersGuarded;

    HeaderDeadline(Duration time) {
        this.time = time;
    }

    /** All headers of a request are there. */
    static void begun(HttpServerRequest request) {
        channel(request).pipeline().fireUserEventTriggered(BEGUN);
    }

    /** The request is answered or given up. */
    static void ended(HttpServerRequest request) {
        channel(request).pipeline().fireUserEventTriggered(ENDED);
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) {
        if (event.equals(BEGUN)) {
            requests++;
            disarm();
        } else if (event.equals(ENDED)) {
            requests--;
        } else {
            connection.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        arm(connection);
        connection.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object bytes) {
        if (requests == 0 && deadline == null) {
            arm(connection);
        }
        guardAnswers(connection.pipeline());
        connection.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        disarm();
        connection.fireChannelInactive();
    }

    private void arm(ChannelHandlerContext connection) {
        deadline = connection.executor().schedule(() -> close(connection), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext connection) {
        var unused = connection.close();
    }

    private void disarm() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Encoder and handler are there as soon as it is clear that HTTP is spoken. */
    private void guardAnswers(ChannelPipeline pipeline) {
        if (!answersGuarded && pipeline.get(ENCODER) != null && pipeline.get(HANDLER) != null) {
            pipeline.addAfter(ENCODER, null, BareAnswers.GUARD);
            pipeline.addBefore(HANDLER, null, new OneAtATime());
            answersGuarded = true;
        }
    }
}
