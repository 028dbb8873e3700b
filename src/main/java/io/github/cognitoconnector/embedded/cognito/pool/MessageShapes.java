package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.structure;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.text;

import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;

/** What requests say about texts that Cognito sends, and about how it sends them. */
final class MessageShapes {

    private static final String ANY = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";

    static final Shape SMS = text(6, 140, ".*\\{####\\}.*");
    static final Shape EMAIL = text(6, 20_000, ANY + "\\{####\\}" + ANY);
    static final Shape SUBJECT = text(1, 140, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+");
    static final Shape MFA_SUBJECT = text(0, 131_072, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+");

    static final Shape VERIFICATION = structure(
            optional("SmsMessage", SMS),
            optional("EmailMessage", EMAIL),
            optional("EmailSubject", SUBJECT),
            optional("EmailMessageByLink", text(6, 20_000, ANY + "\\{##" + ANY + "##\\}" + ANY)),
            optional("EmailSubjectByLink", SUBJECT),
            optional("DefaultEmailOption", Shapes.choice("CONFIRM_WITH_LINK", "CONFIRM_WITH_CODE")));
    static final Shape INVITATION = structure(
            optional("SMSMessage", text(6, 140, "(?s).*")),
            optional("EmailMessage", text(6, 20_000, ANY)),
            optional("EmailSubject", SUBJECT));

    static final Shape EMAIL_CONFIGURATION = structure(
            optional("SourceArn", Shapes.ARN),
            optional(
                    "ReplyToEmailAddress",
                    text(0, 131_072, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")),
            optional("EmailSendingAccount", Shapes.choice("COGNITO_DEFAULT", "DEVELOPER")),
            optional("From", Shapes.ANY_TEXT),
            optional("ConfigurationSet", text(1, 64, "^[a-zA-Z0-9_-]+$")));
    static final Shape SMS_CONFIGURATION = structure(
            optional(
                    "SnsCallerArn",
                    text(
                            0,
                            2_048,
                            "(arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+"
                                    + "(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?)?")),
            optional("ExternalId", Shapes.ANY_TEXT),
            optional("SnsRegion", text(5, 32)),
            optional(
                    "EumsSms",
                    structure(
                            required("CallerArn", Shapes.ARN),
                            optional("ExternalId", Shapes.ANY_TEXT),
                            optional("OriginationIdentity", Shapes.ANY_TEXT),
                            optional("ConfigurationSetName", Shapes.ANY_TEXT),
                            optional("InEntityId", Shapes.ANY_TEXT),
                            optional("InTemplateId", Shapes.ANY_TEXT),
                            optional("Region", text(5, 32)))));

    private MessageShapes() {}
}
