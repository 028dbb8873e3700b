package io.github.cognitoconnector.pool;

import static io.github.cognitoconnector.pool.Finding.Severity.ERROR;
import static io.github.cognitoconnector.pool.Finding.Severity.INFO;
import static io.github.cognitoconnector.pool.Finding.Severity.WARNING;

import io.github.cognitoconnector.pool.Finding.Severity;
import java.util.Locale;

/**
 * Everything that the doctor knows of. The code of a finding is the constant's name in lower case with hyphens; callers
 * select on the code, so a constant is never renamed. {@code %s} stands for what was found.
 */
enum Symptom {
    CASE_SENSITIVE_USERNAMES(
            WARNING,
            "Usernames and aliases that differ in case alone are different users: who signed up as Ada@example.com cannot"
                    + " sign in as ada@example.com.",
            "It was decided when the pool was made and cannot be changed. A new pool takes UsernameConfiguration with"
                    + " CaseSensitive false."),
    SIGN_IN_IS_FIXED(
            INFO,
            "Users sign in by %s. It was decided when the pool was made and cannot be changed.",
            "Should it have to change one day, plan for a new pool and an import."),
    ATTRIBUTE_IS_IMMUTABLE(
            WARNING,
            "The attribute keeps the value that a user is made with. Changing it fails, and so does a sign-in by an"
                    + " identity provider whose mapping writes it.",
            "It cannot be made mutable. Add a custom attribute that is, if the value may ever change."),
    REQUIRED_ATTRIBUTES(
            INFO,
            "Who signs up has to give %s. This cannot be changed. Operators may leave it out; then users are asked for it"
                    + " with their first password.",
            "Give the required attributes when you create users."),
    DELETION_PROTECTION_OFF(
            WARNING, "One call deletes the pool with all of its users, for good.", "Set DeletionProtection to ACTIVE."),
    NO_MFA(
            WARNING,
            "Nobody can use a second factor: a password that is known to others is enough.",
            "Set the MFA configuration of the pool to OPTIONAL or ON, with software tokens enabled."),
    OPTIONAL_MFA(
            INFO,
            "A second factor is each user's own choice.",
            "Set the MFA configuration of the pool to ON where everybody should have one."),
    NO_ACCOUNT_RECOVERY(
            WARNING,
            "Who has forgotten his password cannot help himself: only an operator can set a new one.",
            "Let AccountRecoverySetting name verified_email or verified_phone_number."),
    NOTHING_IS_VERIFIED(
            WARNING,
            "The pool confirms neither email addresses nor phone numbers, and codes for a forgotten password go to"
                    + " confirmed ones only.",
            "Put email into AutoVerifiedAttributes, or have operators set email_verified."),
    TEMPORARY_PASSWORD_SHORT(
            WARNING,
            "A temporary password is good for %s only; an invitation that is read on Monday may have ended on Sunday.",
            "Set TemporaryPasswordValidityDays to 7 or so."),
    TEMPORARY_PASSWORD_LONG(
            WARNING,
            "A temporary password is good for %s, and lies in a mailbox for all that time.",
            "Set TemporaryPasswordValidityDays to 7 or so."),
    SHORT_PASSWORDS(
            WARNING,
            "Passwords of %s characters are allowed.",
            "Set the policy's MinimumLength to 8 at least, better 12."),
    DEVICES_ARE_TRACKED(
            INFO,
            "The pool tracks devices: whoever refreshes tokens has to send the device's key with them.",
            "See that every client keeps and sends the device key, or remove DeviceConfiguration."),
    DEVICES_REPLACE_MFA(
            INFO,
            "The pool tracks devices, and a remembered one takes the place of the second factor. Whoever refreshes tokens"
                    + " has to send the device's key with them.",
            "See that every client keeps and sends the device key; forget devices that are lost."),
    SELF_SIGN_UP_OPEN(
            INFO,
            "Anybody can sign up and becomes a user of the pool; the app lets in who is in its allowedGroups.",
            "If only operators make users, set AllowAdminCreateUserOnly to true."),
    ANYBODY_MAY_ENTER(
            WARNING,
            "Anybody can sign up, and the app lets in every user of its pool.",
            "Name allowedGroups, or set AllowAdminCreateUserOnly to true if only operators make users."),
    EMAIL_DOMAINS_BYPASSED(
            WARNING,
            "allowedEmailDomains binds who is made through this service. Who signs up himself is not asked.",
            "Set AllowAdminCreateUserOnly to true, or check the domain in a pre sign-up trigger of the pool."),
    EMAIL_DOMAINS_UNVERIFIED(
            WARNING,
            "The app allows email addresses of some domains, but the pool does not confirm that an address is its user's.",
            "Put email into AutoVerifiedAttributes."),
    EMAIL_CHANGES_UNVERIFIED(
            INFO,
            "An email address that a user changes takes effect before it is confirmed.",
            "Put email into AttributesRequireVerificationBeforeUpdate."),
    COGNITO_SENDS_MAIL(
            INFO,
            "Mails go out by Cognito's own address, which sends 50 a day for the whole AWS account.",
            "Configure Amazon SES as the pool's sender before many users are invited."),
    CLIENT_MISSING(
            ERROR,
            "The app lists a client that its user pool does not have.",
            "Take it out of the app's clientIds, or put in the one that was meant."),
    NO_SIGN_IN_FLOW(
            WARNING,
            "Nobody can sign in through the client: it has no flow for people and none for itself.",
            "Set ExplicitAuthFlows, or the OAuth flow code with its callback URLs."),
    NO_REFRESH_FLOW(
            WARNING,
            "The client cannot refresh tokens: people sign in anew after %s.",
            "Put ALLOW_REFRESH_TOKEN_AUTH into ExplicitAuthFlows, or enable RefreshTokenRotation."),
    IMPLICIT_FLOW(
            WARNING,
            "The implicit flow puts tokens into URLs, from where browsers and proxies keep them.",
            "Use the flow code with PKCE."),
    USER_EXISTENCE_SHOWN(
            WARNING, "A failed sign-in tells whether the user exists.", "Set PreventUserExistenceErrors to ENABLED."),
    TOKEN_REVOCATION_OFF(
            WARNING,
            "Refresh tokens of the client cannot be revoked: who signs out leaves them good.",
            "Set EnableTokenRevocation to true."),
    LONG_ACCESS_TOKENS(
            INFO,
            "Access tokens are good for %s. Who checks them offline takes a locked-out user's for as long.",
            "Set AccessTokenValidity to an hour or less."),
    SHORT_REFRESH_TOKENS(
            INFO, "People sign in anew after %s, whatever they do.", "Set RefreshTokenValidity to what people bear."),
    LONG_REFRESH_TOKENS(
            WARNING,
            "A refresh token that is stolen is good for up to %s.",
            "Set RefreshTokenValidity to 30 days or so, and enable RefreshTokenRotation."),
    ALLOWED_GROUP_MISSING(
            ERROR,
            "allowedGroups names a group that does not exist, so nobody comes in by it.",
            "Create the group, or take it out of the app."),
    DEFAULT_GROUP_MISSING(
            ERROR,
            "defaultGroups names a group that does not exist: no user can be created.",
            "Create the group, or take it out of the app."),
    MAPPED_GROUP_MISSING(
            WARNING,
            "roleMappings names a group that does not exist, so nobody has its roles.",
            "Create the group, or take it out of the app."),
    OPERATOR_GROUP_MISSING(
            WARNING,
            "operatorGroups names a group that does not exist, so nobody has its permissions.",
            "Create the group, or take it out of the app."),
    NEW_USERS_STAY_OUT(
            INFO,
            "Users are created without any of the groups that the app allows, so they cannot enter it.",
            "Put one of allowedGroups into defaultGroups, or give groups when you create users.");

    private final Severity severity;
    private final String detail;
    private final String advice;

    Symptom(Severity severity, String detail, String advice) {
        this.severity = severity;
        this.detail = detail;
        this.advice = advice;
    }

    Finding on(String subject) {
        return found(subject, "");
    }

    /** @param what stands in the detail */
    Finding found(String subject, String what) {
        return new Finding(
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                severity,
                subject,
                detail.replace("%s", what),
                advice);
    }
}
