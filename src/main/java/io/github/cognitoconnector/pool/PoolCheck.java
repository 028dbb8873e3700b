package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.SchemaAttribute;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a user pool's settings will hurt the app. */
record PoolCheck(App app, PoolFacts pool) {

    private static final String EMAIL = "email";

    /** In characters; NIST SP 800-63B asks for 8. */
    private static final int SHORT_PASSWORD = 8;

    /** In days: less does not outlast a weekend with a holiday, more is forgotten. */
    private static final int SHORT_INVITATION = 3;

    private static final int LONG_INVITATION = 30;

    Stream<Finding> findings() {
        return Stream.of(fixed(), protection(), passwords(), openness(), addresses())
                .flatMap(part -> part);
    }

    private Stream<Finding> fixed() {
        PoolSettings settings = pool.settings();
        Set<String> signIn = new TreeSet<>(settings.signInAttributes());
        signIn.addAll(settings.aliasAttributes());
        String required = settings.schema().values().stream()
                .filter(attribute -> attribute.required() && !attribute.name().equals("sub"))
                .map(SchemaAttribute::name)
                .collect(Collectors.joining(", "));
        Stream<Finding> immutable = settings.schema().values().stream()
                .filter(attribute -> !attribute.mutable() && !attribute.name().equals("sub"))
                .map(attribute -> Symptom.ATTRIBUTE_IS_IMMUTABLE.on(attribute.name()));
        return Stream.concat(
                immutable,
                Stream.of(
                                when(settings.caseSensitive(), Symptom.CASE_SENSITIVE_USERNAMES),
                                when(!signIn.isEmpty(), Symptom.SIGN_IN_IS_FIXED, String.join(" or ", signIn)),
                                when(!required.isEmpty(), Symptom.REQUIRED_ATTRIBUTES, required))
                        .flatMap(found -> found));
    }

    private Stream<Finding> protection() {
        return Stream.of(
                        when(!pool.deletionProtection(), Symptom.DELETION_PROTECTION_OFF),
                        when(pool.mfa().equals("OFF"), Symptom.NO_MFA),
                        when(pool.mfa().equals("OPTIONAL"), Symptom.OPTIONAL_MFA),
                        when(
                                pool.deviceChallenge()
                                        .filter(replaces -> !replaces)
                                        .isPresent(),
                                Symptom.DEVICES_ARE_TRACKED),
                        when(
                                pool.deviceChallenge()
                                        .filter(replaces -> replaces)
                                        .isPresent(),
                                Symptom.DEVICES_REPLACE_MFA))
                .flatMap(found -> found);
    }

    private Stream<Finding> passwords() {
        int days = pool.settings().passwordPolicy().temporaryPasswordValidityDays();
        int length = pool.settings().minimumLength();
        boolean byOperatorsOnly = pool.recovery()
                .filter(ways -> ways.stream().allMatch("admin_only"::equals))
                .isPresent();
        return Stream.of(
                        when(length < SHORT_PASSWORD, Symptom.SHORT_PASSWORDS, String.valueOf(length)),
                        when(days < SHORT_INVITATION, Symptom.TEMPORARY_PASSWORD_SHORT, days(days)),
                        when(days > LONG_INVITATION, Symptom.TEMPORARY_PASSWORD_LONG, days(days)),
                        when(byOperatorsOnly, Symptom.NO_ACCOUNT_RECOVERY),
                        when(!byOperatorsOnly && pool.autoVerified().isEmpty(), Symptom.NOTHING_IS_VERIFIED))
                .flatMap(found -> found);
    }

    private Stream<Finding> openness() {
        boolean everybody = app.allowedGroups().isEmpty();
        boolean limited = !app.allowedEmailDomains().isEmpty();
        return Stream.of(
                        when(pool.selfSignUp() && everybody, Symptom.ANYBODY_MAY_ENTER),
                        when(pool.selfSignUp() && !everybody, Symptom.SELF_SIGN_UP_OPEN),
                        when(pool.selfSignUp() && limited, Symptom.EMAIL_DOMAINS_BYPASSED))
                .flatMap(found -> found);
    }

    private Stream<Finding> addresses() {
        boolean confirmed = pool.autoVerified().contains(EMAIL);
        return Stream.of(
                        when(!app.allowedEmailDomains().isEmpty() && !confirmed, Symptom.EMAIL_DOMAINS_UNVERIFIED),
                        when(
                                confirmed && !pool.verifiedBeforeUpdate().contains(EMAIL),
                                Symptom.EMAIL_CHANGES_UNVERIFIED),
                        when(pool.cognitoSends(), Symptom.COGNITO_SENDS_MAIL))
                .flatMap(found -> found);
    }

    private Stream<Finding> when(boolean so, Symptom symptom) {
        return when(so, symptom, "");
    }

    private Stream<Finding> when(boolean so, Symptom symptom, String what) {
        return so ? Stream.of(symptom.found(app.userPoolId(), what)) : Stream.empty();
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
