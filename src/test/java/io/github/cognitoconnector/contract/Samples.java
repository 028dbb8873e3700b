package io.github.cognitoconnector.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MFAOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ProviderUserIdentifierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

/** A well-formed value for every member that some operation requires; names and tokens are those of nothing and nobody. */
final class Samples {

    /** A pool that is not there, in a region that every endpoint accepts. */
    static final String NOWHERE = "eu-central-1_nowhere00";

    private static final ProviderUserIdentifierType IDENTITY = ProviderUserIdentifierType.builder()
            .providerName("Google")
            .providerAttributeName("Cognito_Subject")
            .providerAttributeValue("1")
            .build();

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("UserPoolId", NOWHERE),
            Map.entry("Username", "nobody-at-all"),
            Map.entry("GroupName", "no-such-group"),
            Map.entry("ClientId", "nosuchclient"),
            Map.entry("AccessToken", "a.b.c"),
            Map.entry("RefreshToken", "a.b.c"),
            Map.entry("Token", "a.b.c"),
            Map.entry("FeedbackToken", "a.b.c"),
            Map.entry("FeedbackValue", "Valid"),
            Map.entry("EventId", "no-such-event"),
            Map.entry("Password", CognitoFixture.PASSWORD),
            Map.entry("ProposedPassword", CognitoFixture.PASSWORD),
            Map.entry("ConfirmationCode", "123456"),
            Map.entry("Code", "123456"),
            Map.entry("UserCode", "123456"),
            Map.entry("AttributeName", "email"),
            Map.entry("AuthFlow", "USER_PASSWORD_AUTH"),
            Map.entry("ChallengeName", "NEW_PASSWORD_REQUIRED"),
            Map.entry("DeviceKey", "eu-central-1_00000000-0000-0000-0000-000000000000"),
            Map.entry("PoolName", "pool"),
            Map.entry("ClientName", "client"),
            Map.entry("Domain", "no-such-domain-of-anybody"),
            Map.entry("Identifier", "no-such-server"),
            Map.entry("Name", "Shop"),
            Map.entry("ProviderName", "Corporate"),
            Map.entry("ProviderType", "OIDC"),
            Map.entry("ProviderDetails", Map.of("client_id", "us")),
            Map.entry("IdpIdentifier", "corporate"),
            Map.entry("MaxResults", 1),
            Map.entry("ResourceArn", "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/" + NOWHERE),
            Map.entry("Tags", Map.of("team", "red")),
            Map.entry("TagKeys", List.of("team")),
            Map.entry("UserAttributeNames", List.of("name")),
            Map.entry("UserAttributes", List.of(attribute())),
            Map.entry("CustomAttributes", List.of(schema())),
            Map.entry("MFAOptions", List.of(option())),
            Map.entry("DestinationUser", IDENTITY),
            Map.entry("SourceUser", IDENTITY),
            Map.entry("User", IDENTITY),
            Map.entry("JobId", "import-nowhere000"),
            Map.entry("JobName", "import"),
            Map.entry("CloudWatchLogsRoleArn", "arn:aws:iam::123456789012:role/import"));

    private Samples() {}

    static Object of(String member) {
        return Optional.ofNullable(VALUES.get(member))
                .orElseThrow(() -> new AssertionError("There is no sample of " + member));
    }

    private static AttributeType attribute() {
        return CognitoFixture.attribute("name", "Ada");
    }

    private static SchemaAttributeType schema() {
        return SchemaAttributeType.builder()
                .name("plan")
                .attributeDataType("String")
                .build();
    }

    private static MFAOptionType option() {
        return MFAOptionType.builder()
                .deliveryMedium("SMS")
                .attributeName("phone_number")
                .build();
    }
}
