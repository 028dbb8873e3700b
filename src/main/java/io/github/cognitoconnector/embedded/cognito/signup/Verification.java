package io.github.cognitoconnector.embedded.cognito.signup;

import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.Schema;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.AccountRules;
import io.github.cognitoconnector.embedded.cognito.user.Mailings;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which address of a new user is verified by confirming the sign-up. */
final class Verification {

    private Verification() {}

    /** One of the pool's {@code AutoVerifiedAttributes}: the number if there is one, else the mail, as AWS documents. */
    static Optional<Destination> destination(UserPool pool, User user) {
        AccountRules rules = AccountRules.of(pool);
        return Stream.of(Medium.SMS, Medium.EMAIL)
                .filter(rules::autoVerifies)
                .flatMap(medium -> Mailings.destination(user, medium).stream())
                .findFirst();
    }

    /** The marks that the address gets to which the code was sent, if the user still has it. */
    static Map<String, String> marks(User user, String address) {
        Map<String, String> marks = new HashMap<>();
        for (Medium medium : Medium.values()) {
            if (user.value(medium.attribute()).equals(Optional.of(address))) {
                marks.put(medium.attribute() + "_verified", "true");
            }
        }
        return marks;
    }

    static boolean isAddress(String attribute, String text) {
        return attribute.equals("email") ? Schema.looksLikeEmail(text) : Schema.looksLikePhoneNumber(text);
    }
}
