package io.github.cognitoconnector.embedded.cognito.pool;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.choice;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.many;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.structure;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.text;
import static io.github.cognitoconnector.embedded.cognito.wire.Shapes.whole;

import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.stream.Stream;

/** The members of requests about pools, with the limits of the service model of 2016-04-18. */
final class PoolShapes {

    static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    static final Shape MFA = choice("OFF", "ON", "OPTIONAL");

    private static final Shape CONTACTS = many(choice("phone_number", "email"));
    private static final Shape TIER = choice("LITE", "ESSENTIALS", "PLUS");
    private static final Shape POLICIES = structure(
            optional(
                    "PasswordPolicy",
                    structure(
                            optional("MinimumLength", whole(6, 99)),
                            optional("RequireUppercase", Shapes.FLAG),
                            optional("RequireLowercase", Shapes.FLAG),
                            optional("RequireNumbers", Shapes.FLAG),
                            optional("RequireSymbols", Shapes.FLAG),
                            optional("PasswordHistorySize", whole(0, 24)),
                            optional("TemporaryPasswordValidityDays", whole(0, 365)))),
            optional(
                    "SignInPolicy",
                    structure(optional(
                            "AllowedFirstAuthFactors",
                            new Shape.Many(
                                    choice("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "SOFTWARE_TOKEN"),
                                    1,
                                    5)))));
    private static final Shape RECOVERY = structure(optional(
            "RecoveryMechanisms",
            new Shape.Many(
                    structure(
                            required("Priority", whole(1, 2)),
                            required("Name", choice("verified_email", "verified_phone_number", "admin_only"))),
                    1,
                    2)));
    private static final Shape ADD_ONS = structure(
            required("AdvancedSecurityMode", choice("OFF", "AUDIT", "ENFORCED")),
            optional(
                    "AdvancedSecurityAdditionalFlows",
                    structure(optional("CustomAuthMode", choice("AUDIT", "ENFORCED")))));
    private static final Shape ATTRIBUTE = structure(
            optional("Name", text(1, 20, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")),
            optional("AttributeDataType", choice("String", "Number", "DateTime", "Boolean")),
            optional("DeveloperOnlyAttribute", Shapes.FLAG),
            optional("Mutable", Shapes.FLAG),
            optional("Required", Shapes.FLAG),
            optional(
                    "NumberAttributeConstraints",
                    structure(optional("MinValue", Shapes.ANY_TEXT), optional("MaxValue", Shapes.ANY_TEXT))),
            optional(
                    "StringAttributeConstraints",
                    structure(optional("MinLength", Shapes.ANY_TEXT), optional("MaxLength", Shapes.ANY_TEXT))));

    /** What UpdateUserPool may change, but for the name. */
    private static final List<Member> CHANGEABLE = List.of(
            optional("Policies", POLICIES),
            optional("DeletionProtection", choice("ACTIVE", "INACTIVE")),
            optional("LambdaConfig", LambdaShapes.TRIGGERS),
            optional("AutoVerifiedAttributes", CONTACTS),
            optional("SmsVerificationMessage", MessageShapes.SMS),
            optional("EmailVerificationMessage", MessageShapes.EMAIL),
            optional("EmailVerificationSubject", MessageShapes.SUBJECT),
            optional("VerificationMessageTemplate", MessageShapes.VERIFICATION),
            optional("SmsAuthenticationMessage", MessageShapes.SMS),
            optional("MfaConfiguration", MFA),
            optional(
                    "UserAttributeUpdateSettings",
                    structure(optional("AttributesRequireVerificationBeforeUpdate", CONTACTS))),
            optional(
                    "DeviceConfiguration",
                    structure(
                            optional("ChallengeRequiredOnNewDevice", Shapes.FLAG),
                            optional("DeviceOnlyRememberedOnUserPrompt", Shapes.FLAG))),
            optional("EmailConfiguration", MessageShapes.EMAIL_CONFIGURATION),
            optional("SmsConfiguration", MessageShapes.SMS_CONFIGURATION),
            optional("UserPoolTags", Shapes.TAGS),
            optional(
                    "AdminCreateUserConfig",
                    structure(
                            optional("AllowAdminCreateUserOnly", Shapes.FLAG),
                            optional("UnusedAccountValidityDays", whole(0, 365)),
                            optional("InviteMessageTemplate", MessageShapes.INVITATION))),
            optional("UserPoolAddOns", ADD_ONS),
            optional("AccountRecoverySetting", RECOVERY),
            optional("UserPoolTier", TIER),
            optional(
                    "KeyConfiguration",
                    structure(
                            optional("KeyType", choice("AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY")),
                            optional("KmsKeyArn", Shapes.ARN))),
            optional("IssuerConfiguration", structure(optional("Type", choice("ORIGINAL", "UPDATED")))));

    private PoolShapes() {}

    static Member[] creation() {
        return Stream.concat(
                        Stream.of(
                                required("PoolName", Shapes.POOL_NAME),
                                optional("Schema", new Shape.Many(ATTRIBUTE, 1, 50)),
                                optional("UsernameAttributes", CONTACTS),
                                optional(
                                        "AliasAttributes", many(choice("phone_number", "email", "preferred_username"))),
                                optional("UsernameConfiguration", structure(required("CaseSensitive", Shapes.FLAG)))),
                        CHANGEABLE.stream())
                .toArray(Member[]::new);
    }

    static Member[] update() {
        return Stream.concat(Stream.of(POOL, optional("PoolName", Shapes.POOL_NAME)), CHANGEABLE.stream())
                .toArray(Member[]::new);
    }

    static Member customAttributes() {
        return required("CustomAttributes", new Shape.Many(ATTRIBUTE, 1, 25));
    }
}
