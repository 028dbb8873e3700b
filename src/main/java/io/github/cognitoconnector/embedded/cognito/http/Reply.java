package io.github.cognitoconnector.embedded.cognito.http;

/** What happens on the socket once a request has been read. */
public sealed interface Reply permits Answer, Reply.Reset, Reply.Truncated, Reply.BlackHole {

    /** The connection is reset, so that the client sees no end of stream but an error. */
    record Reset() implements Reply {}

    /** The head announces the whole body, half of it follows, then the connection closes. */
    record Truncated(Answer answer) implements Reply {}

    /** Nothing is ever sent; the connection stays open until the client gives up. */
    record BlackHole() implements Reply {}
}
