package io.github.cognitoconnector.embedded.cognito.mfa;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.directory.SecondFactors.Factor;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens.Bearer;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.Instant;
import java.util.List;

/** SetUserMFAPreference, the older SetUserSettings, and the same two for administrators. */
public final class PreferenceOperations {

    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member USER = required("Username", Shapes.USERNAME);
    private static final Member TOKEN = required("AccessToken", Shapes.TOKEN);
    private static final Shape SETTINGS =
            new Shape.Structure(List.of(optional("Enabled", Shapes.FLAG), optional("PreferredMfa", Shapes.FLAG)));
    private static final Member SMS = optional("SMSMfaSettings", SETTINGS);
    private static final Member SOFTWARE_TOKEN = optional("SoftwareTokenMfaSettings", SETTINGS);
    private static final Member EMAIL = optional("EmailMfaSettings", SETTINGS);
    private static final Member WEB_AUTHN =
            optional("WebAuthnMfaSettings", new Shape.Structure(List.of(optional("Enabled", Shapes.FLAG))));
    private static final Member OPTIONS = required(
            "MFAOptions",
            Shapes.many(new Shape.Structure(List.of(
                    optional("DeliveryMedium", Shapes.choice("SMS", "EMAIL")),
                    optional("AttributeName", Shapes.ATTRIBUTE_NAME)))));

    private final Accounts accounts;
    private final AccessTokens accessTokens;

    public PreferenceOperations(Accounts accounts, AccessTokens accessTokens) {
        this.accounts = accounts;
        this.accessTokens = accessTokens;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminSetUserMFAPreference",
                        silent(input -> administered(input, Preference.of(input))),
                        POOL,
                        USER,
                        SMS,
                        SOFTWARE_TOKEN,
                        EMAIL,
                        WEB_AUTHN),
                Operation.open(
                        "SetUserMFAPreference",
                        silent(input -> own(input, Preference.of(input))),
                        TOKEN,
                        SMS,
                        SOFTWARE_TOKEN,
                        EMAIL,
                        WEB_AUTHN),
                Operation.signed(
                        "AdminSetUserSettings",
                        silent(input -> administered(input, List.of(sms(input)))),
                        POOL,
                        USER,
                        OPTIONS),
                Operation.open("SetUserSettings", silent(input -> own(input, List.of(sms(input)))), TOKEN, OPTIONS));
    }

    private void administered(Input input, List<Preference> preferences) {
        accounts.change(input, (pool, user, now) -> changed(preferences, pool, user, now));
    }

    private void own(Input input, List<Preference> preferences) {
        Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        accounts.change(bearer.pool(), bearer.user().sub(), (pool, user, now) -> changed(preferences, pool, user, now));
    }

    private static User changed(List<Preference> preferences, UserPool pool, User user, Instant now) {
        return user.with(user.security().with(Preference.apply(preferences, pool, user)), now);
    }

    /** The settings know SMS to {@code phone_number} alone; an empty list switches it off. */
    private static Preference sms(Input input) {
        input.members().path("MFAOptions").forEach(option -> {
            if (!option.path("DeliveryMedium").asText("SMS").equals("SMS")
                    || !option.path("AttributeName").asText("phone_number").equals("phone_number")) {
                throw Refusal.invalidParameter("Invalid MFA options given.");
            }
        });
        return new Preference(
                Factor.SMS_MFA, !input.members().path("MFAOptions").isEmpty(), false);
    }
}
