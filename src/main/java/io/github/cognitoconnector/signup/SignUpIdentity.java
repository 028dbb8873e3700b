package io.github.cognitoconnector.signup;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.SignUpClient;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import io.github.cognitoconnector.user.EmailDomains;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a visitor says he is.
 *
 * @param username as Cognito takes it
 * @param given the attributes as they were sent
 * @param attributes as Cognito will have them, with the address that stands for the username
 */
record SignUpIdentity(String username, Map<String, String> given, Map<String, String> attributes) {

    private static final String EMAIL = "email";
    private static final String PHONE = "phone_number";

    /** What only a code proves. */
    private static final Set<String> PROVEN = Set.of("email_verified", "phone_number_verified");

    /** @throws ProblemException {@code VALIDATION_FAILED} if there is no username, or two */
    static SignUpIdentity of(PoolSettings pool, @Nullable String username, Map<String, String> given) {
        String name = username == null ? address(pool, given) : username;
        Map<String, String> attributes = new HashMap<>(given);
        attributes.values().removeIf(String::isBlank);
        String signsInBy = name.indexOf('@') >= 0 ? EMAIL : PHONE;
        if (pool.signInAttributes().contains(signsInBy)) {
            String other = attributes.put(signsInBy, name);
            if (other != null && !other.equals(name)) {
                throw ProblemException.field(
                        ProblemType.VALIDATION_FAILED,
                        "/attributes/" + signsInBy,
                        "The username is another address. Leave one of them out.");
            }
        }
        return new SignUpIdentity(name, given, attributes);
    }

    private static String address(PoolSettings pool, Map<String, String> given) {
        return Stream.of(EMAIL, PHONE)
                .filter(pool.signInAttributes()::contains)
                .map(given::get)
                .filter(value -> value != null && value.matches(SignUpName.PATTERN))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        ProblemType.VALIDATION_FAILED,
                        "/username",
                        "Give a username, or the address that the users of this pool sign in by."));
    }

    /**
     * An app that limits domains wants to know one.
     *
     * @throws ProblemException {@code EMAIL_DOMAIN_NOT_ALLOWED}
     */
    void checkDomain(App app) {
        String pointer = given.containsKey(EMAIL) ? "/attributes/email" : "/username";
        String email = attributes.getOrDefault(EMAIL, "");
        EmailDomains.check(app, email, email.isEmpty() ? "/attributes/email" : pointer);
    }

    /**
     * By which way Cognito sends the code: to the number if there is one and the pool verifies numbers, else by mail.
     *
     * @throws ProblemException {@code VALIDATION_FAILED} if there is no address for a code, or if the code would prove a
     *     number to an app that asks for mail addresses of its domains; {@code UNSUPPORTED_STATE} if the pool proves none
     */
    DeliveryMedium medium(App app, PoolSettings pool) {
        boolean bySms = pool.autoVerified().contains(PHONE) && attributes.containsKey(PHONE);
        if (!app.allowedEmailDomains().isEmpty()) {
            requireProof(pool, bySms);
        }
        if (bySms) {
            return DeliveryMedium.SMS;
        }
        if (pool.autoVerified().contains(EMAIL) && attributes.containsKey(EMAIL)) {
            return DeliveryMedium.EMAIL;
        }
        throw ProblemException.field(
                ProblemType.VALIDATION_FAILED,
                "/attributes/" + (pool.autoVerified().contains(EMAIL) ? EMAIL : PHONE),
                "The code that confirms the sign-up is sent to it.");
    }

    private static void requireProof(PoolSettings pool, boolean bySms) {
        if (!pool.autoVerified().contains(EMAIL)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_STATE,
                    "The app allows addresses of some domains alone, and the user pool does not verify addresses. Add email"
                            + " to its AutoVerifiedAttributes, or take allowedEmailDomains out of the app.");
        }
        if (bySms) {
            throw ProblemException.field(
                    ProblemType.VALIDATION_FAILED,
                    "/attributes/phone_number",
                    "The code would go to the number, and the app wants the email address proven. Leave the number out.");
        }
    }

    /**
     * Whether nothing is missing, and nothing is there that the client or a visitor may not set.
     *
     * @throws ProblemException {@code INVALID_ATTRIBUTE} with every such attribute
     */
    void checkAttributes(PoolSettings pool, SignUpClient client) {
        List<FieldError> errors = new ArrayList<>();
        pool.required().stream()
                .filter(name -> !attributes.containsKey(name))
                .forEach(name -> errors.add(wrong(name, "The user pool requires it.")));
        given.keySet().stream()
                .filter(name -> PROVEN.contains(name) || !client.mayWrite(name))
                .forEach(name -> errors.add(wrong(name, "Somebody who signs himself up cannot set it.")));
        if (!errors.isEmpty()) {
            throw ProblemException.fields(ProblemType.INVALID_ATTRIBUTE, errors);
        }
    }

    private static FieldError wrong(String attribute, String detail) {
        String pointer = "/attributes/" + attribute.replace("~", "~0").replace("/", "~1");
        return FieldError.of(ProblemType.INVALID_ATTRIBUTE, pointer, detail);
    }

    @Override
    public String toString() {
        return "SignUpIdentity" + attributes.keySet();
    }
}
