package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.structure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.MfaSettings.Mode;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.Configuration;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.time.InstantSource;
import java.util.List;

/** GetUserPoolMfaConfig and SetUserPoolMfaConfig. */
public final class MfaOperations {

    private static final String SMS = "SmsMfaConfiguration";
    private static final String SOFTWARE_TOKEN = "SoftwareTokenMfaConfiguration";
    private static final String EMAIL = "EmailMfaConfiguration";
    private static final String PASSKEYS = "WebAuthnConfiguration";

    private final Pools pools;
    private final InstantSource clock;

    public MfaOperations(Pools pools, InstantSource clock) {
        this.pools = pools;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(Operation.signed("GetUserPoolMfaConfig", this::get, PoolShapes.POOL), setting());
    }

    private Operation setting() {
        return Operation.signed(
                "SetUserPoolMfaConfig",
                this::set,
                PoolShapes.POOL,
                optional("MfaConfiguration", PoolShapes.MFA),
                optional(
                        SMS,
                        structure(
                                optional("SmsAuthenticationMessage", MessageShapes.SMS),
                                optional("SmsConfiguration", MessageShapes.SMS_CONFIGURATION))),
                optional(SOFTWARE_TOKEN, structure(optional("Enabled", Shapes.FLAG))),
                optional(
                        EMAIL,
                        structure(
                                optional("Message", MessageShapes.EMAIL),
                                optional("Subject", MessageShapes.MFA_SUBJECT))),
                optional(
                        PASSKEYS,
                        structure(
                                optional("RelyingPartyId", Shapes.text(1, 127)),
                                optional("UserVerification", Shapes.choice("required", "preferred")),
                                optional(
                                        "FactorConfiguration",
                                        Shapes.choice("SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION")))));
    }

    private ObjectNode get(Input input) {
        return answer(pools.of(input).settings());
    }

    private static ObjectNode answer(PoolSettings settings) {
        return settings.mfa().describe(settings.stated());
    }

    /** Replaces everything about second factors: what is omitted is off. */
    private ObjectNode set(Input input) {
        return answer(pools.of(input).configure(before -> {
            ObjectNode stated = stated(before, input);
            MfaSettings mfa = new MfaSettings(MfaSettings.mode(input.members()), input.has(SMS), factors(input));
            check(mfa, before, stated);
            return before.with(new Configuration(before.policy(), mfa, stated), clock.instant());
        }));
    }

    private static ObjectNode stated(PoolSettings before, Input input) {
        ObjectNode stated = before.stated().deepCopy();
        stated.put("MfaConfiguration", MfaSettings.mode(input.members()).name());
        for (String member : List.of("SmsAuthenticationMessage", "SmsConfiguration")) {
            if (input.members().path(SMS).has(member)) {
                stated.set(member, input.members().path(SMS).get(member));
            }
        }
        return stated;
    }

    private static ObjectNode factors(Input input) {
        ObjectNode factors = Json.object();
        for (String factor : List.of(SOFTWARE_TOKEN, EMAIL, PASSKEYS)) {
            if (input.has(factor)) {
                factors.set(factor, input.members().get(factor));
            }
        }
        return factors;
    }

    private static void check(MfaSettings mfa, PoolSettings pool, ObjectNode stated) {
        if (mfa.mode() == Mode.OFF && mfa.hasFactor()) {
            throw Refusal.invalidParameter(
                    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
        }
        if (mfa.mode() != Mode.OFF && !mfa.hasFactor()) {
            throw Refusal.invalidParameter(
                    "Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA" + " must be enabled.");
        }
        if (mfa.sms() && !stated.has("SmsConfiguration")) {
            throw Refusal.invalidParameter("SmsConfiguration is required to enable SMS MFA.");
        }
        if (mfa.email()) {
            TierRules.requirePaid(pool, "Email MFA");
            checkSender(stated);
        }
    }

    private static void checkSender(ObjectNode stated) {
        if (!stated.path("EmailConfiguration")
                .path("EmailSendingAccount")
                .asText()
                .equals("DEVELOPER")) {
            throw Refusal.invalidParameter("Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains"
                    + " an EmailSendingAccount of COGNITO_DEFAULT.");
        }
    }
}
