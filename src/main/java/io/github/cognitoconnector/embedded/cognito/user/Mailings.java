package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.message.Message.Kind;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.message.Message.Recipient;
import io.github.cognitoconnector.embedded.cognito.message.Outbox;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Decides who gets which message and puts it into the outbox. */
public final class Mailings {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Outbox outbox;
    private final InstantSource clock;

    public Mailings(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Recipient to(UserPool pool, User user, String address) {
        return new Recipient(pool.id(), user.username(), address);
    }

    /** Over every asked medium for which the user has an address; SMS alone if none is asked (contract row 5). */
    void invite(UserPool pool, User user, String temporaryPassword, List<String> mediums) {
        for (String medium : mediums.isEmpty() ? List.of("SMS") : mediums) {
            Medium over = Medium.valueOf(medium);
            user.value(over.attribute())
                    .ifPresent(address -> outbox.send(new Message(
                            Kind.INVITATION, over, to(pool, user, address), temporaryPassword, clock.instant())));
        }
    }

    void sendCode(Kind kind, Medium medium, Recipient recipient) {
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        outbox.send(new Message(kind, medium, recipient, code, clock.instant()));
    }
}
