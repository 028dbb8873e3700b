package io.github.cognitoconnector.embedded.cognito.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.code.Codes;
import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.message.Message.Kind;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.message.Message.Recipient;
import io.github.cognitoconnector.embedded.cognito.message.Outbox;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Decides who gets which message and puts it into the outbox. */
public final class Mailings {

    private final Outbox outbox;
    private final Codes codes;
    private final InstantSource clock;

    public Mailings(Outbox outbox, Codes codes, InstantSource clock) {
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Where a message to a user goes.
     *
     * @param address kept apart from the user, who may not have it as an attribute yet
     */
    public record Destination(Medium medium, String address) {

        /** As {@code CodeDeliveryDetails} tells it: enough for the user to recognise it. */
        public ObjectNode describe() {
            return Json.object()
                    .put("Destination", medium == Medium.EMAIL ? maskedEmail() : maskedNumber())
                    .put("DeliveryMedium", medium.name())
                    .put("AttributeName", medium.attribute());
        }

        /** The answer of an operation that sent a code and has nothing else to say. */
        public ObjectNode answer() {
            ObjectNode answer = Json.object();
            answer.set("CodeDeliveryDetails", describe());
            return answer;
        }

        private String maskedEmail() {
            int at = address.lastIndexOf('@');
            return address.charAt(0) + "***@" + address.charAt(Math.min(at + 1, address.length() - 1)) + "***";
        }

        private String maskedNumber() {
            int shown = Math.min(4, address.length());
            return "+" + "*".repeat(Math.max(0, address.length() - shown - 1))
                    + address.substring(address.length() - shown);
        }

        /** The address is personal data. */
        @Override
        public String toString() {
            return "Destination[" + medium + "]";
        }
    }

    /** Over every asked medium for which the user has an address; SMS alone if none is asked (contract row 5). */
    void invite(UserPool pool, User user, String temporaryPassword, List<String> mediums) {
        for (String medium : mediums.isEmpty() ? List.of("SMS") : mediums) {
            destination(user, Medium.valueOf(medium))
                    .ifPresent(to -> send(Kind.INVITATION, pool, user, to, temporaryPassword));
        }
    }

    /** Sends a code that {@link Codes} will know again; it is about the address it goes to. */
    public void sendCode(Purpose purpose, UserPool pool, User user, Destination to) {
        send(kind(purpose), pool, user, to, codes.issue(user.sub(), purpose, to.address()));
    }

    /** Lets a code that was sent confirm nothing any more. */
    void forgetCode(Purpose purpose, User user) {
        codes.forget(user.sub(), purpose);
    }

    /** Sends a secret that somebody else keeps. */
    public void send(Kind kind, UserPool pool, User user, Destination to, String secret) {
        Recipient recipient = new Recipient(pool.id(), user.username(), to.address());
        outbox.send(new Message(kind, to.medium(), recipient, secret, clock.instant()));
    }

    private static Kind kind(Purpose purpose) {
        return switch (purpose) {
            case SIGN_UP -> Kind.SIGN_UP;
            case PASSWORD_RESET -> Kind.PASSWORD_RESET;
            case EMAIL_VERIFICATION, PHONE_NUMBER_VERIFICATION -> Kind.ATTRIBUTE_VERIFICATION;
        };
    }

    /** The user's own address; empty if there is none. */
    public static Optional<Destination> destination(User user, Medium medium) {
        return user.value(medium.attribute()).map(address -> new Destination(medium, address));
    }
}
