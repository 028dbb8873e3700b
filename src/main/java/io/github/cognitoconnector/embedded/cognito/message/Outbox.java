package io.github.cognitoconnector.embedded.cognito.message;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest messages; older ones are forgotten so that a load test does not fill the heap. */
public final class Outbox {

    private static final int CAPACITY = 1_000;

    private final Deque<Message> messages = new ArrayDeque<>();

    public synchronized void send(Message message) {
        if (messages.size() == CAPACITY) {
            messages.removeLast();
        }
        messages.addFirst(message);
    }

    public synchronized List<Message> newestFirst() {
        return List.copyOf(messages);
    }

    public synchronized void clear() {
        messages.clear();
    }
}
