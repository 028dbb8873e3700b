package io.github.cognitoconnector.contract;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;

/**
 * The texts of the contract's section 2 with an operation that takes each. The operations ask for what does not exist, so
 * that a value within its bounds is judged too and still changes nothing.
 */
@SuppressWarnings("ImmutableEnumChecker") // its operations hold nothing
enum Field {
    USERNAME(
            "username",
            new Bounds(1, 128, Field.VISIBLE, true),
            "with blank",
            (sdk, text) -> sdk.adminGetUser(r -> r.userPoolId(Field.NOWHERE).username(text))),
    GROUP_NAME(
            "groupName",
            new Bounds(1, 128, Field.VISIBLE, false),
            "with blank",
            (sdk, text) -> sdk.getGroup(r -> r.userPoolId(Field.NOWHERE).groupName(text))),
    DESCRIPTION(
            "description",
            new Bounds(0, 2048, null, false),
            null,
            (sdk, text) -> sdk.updateGroup(
                    r -> r.userPoolId(Field.NOWHERE).groupName("group").description(text))),
    ROLE_ARN(
            "roleArn",
            new Bounds(
                    20,
                    2048,
                    "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?",
                    false),
            "role of nobody in particular",
            (sdk, text) -> sdk.updateGroup(
                    r -> r.userPoolId(Field.NOWHERE).groupName("group").roleArn(text))) {
        @Override
        String ofLength(int length) {
            String start = "arn:aws:iam::1:";
            return start.length() > length ? start.substring(0, length) : start + "r".repeat(length - start.length());
        }
    },
    ATTRIBUTE_NAME(
            "userAttributes.1.member.name",
            new Bounds(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+", false),
            "\u0001",
            (sdk, text) -> sdk.adminUpdateUserAttributes(r ->
                    r.userPoolId(Field.NOWHERE).username("user").userAttributes(CognitoFixture.attribute(text, "x")))),
    ATTRIBUTE_VALUE(
            "userAttributes.1.member.value",
            new Bounds(0, 2048, null, true),
            null,
            (sdk, text) -> sdk.adminUpdateUserAttributes(r -> r.userPoolId(Field.NOWHERE)
                    .username("user")
                    .userAttributes(CognitoFixture.attribute("name", text)))),
    PASSWORD(
            "password",
            new Bounds(0, 256, "[\\S]+", true),
            "with blank",
            (sdk, text) -> sdk.adminSetUserPassword(
                    r -> r.userPoolId(Field.NOWHERE).username("user").password(text))),
    TEMPORARY_PASSWORD(
            "temporaryPassword",
            new Bounds(0, 256, "[\\S]+", true),
            "with blank",
            (sdk, text) -> sdk.adminCreateUser(
                    r -> r.userPoolId(Field.NOWHERE).username("user").temporaryPassword(text))),
    FILTER(
            "filter",
            new Bounds(0, 256, null, false),
            null,
            (sdk, text) -> sdk.listUsers(r -> r.userPoolId(Field.NOWHERE).filter(text))),
    PAGINATION_TOKEN(
            "paginationToken",
            new Bounds(1, Field.UNBOUNDED, "[\\S]+", false),
            "with blank",
            (sdk, text) -> sdk.listUsers(r -> r.userPoolId(Field.NOWHERE).paginationToken(text))),
    NEXT_TOKEN(
            "nextToken",
            new Bounds(1, 131_072, "[\\S]+", false),
            "with blank",
            (sdk, text) -> sdk.listGroups(r -> r.userPoolId(Field.NOWHERE).nextToken(text))),
    USER_POOL_ID(
            "userPoolId",
            new Bounds(1, 55, "[\\w-]+_[0-9a-zA-Z]+", false),
            "nowhere",
            (sdk, text) -> sdk.describeUserPool(r -> r.userPoolId(text))) {
        @Override
        String ofLength(int length) {
            return length == 0 ? "" : Field.NOWHERE + "x".repeat(length - Field.NOWHERE.length());
        }
    },
    CLIENT_ID(
            "clientId",
            new Bounds(1, 128, "[\\w+]+", true),
            "with-dash",
            (sdk, text) ->
                    sdk.describeUserPoolClient(r -> r.userPoolId(Field.NOWHERE).clientId(text))),
    CLIENT_NAME(
            "clientName",
            new Bounds(1, 128, "[\\w\\s+=,.@-]+", false),
            "odd!",
            (sdk, text) ->
                    sdk.createUserPoolClient(r -> r.userPoolId(Field.NOWHERE).clientName(text))),
    RESOURCE_SERVER_IDENTIFIER(
            "identifier",
            new Bounds(1, 256, "[\\x21\\x23-\\x5B\\x5D-\\x7E]+", false),
            "with blank",
            (sdk, text) ->
                    sdk.describeResourceServer(r -> r.userPoolId(Field.NOWHERE).identifier(text))),
    SCOPE_NAME(
            "scopes.1.member.scopeName",
            new Bounds(1, 256, "[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+", false),
            "with/slash",
            (sdk, text) -> sdk.createResourceServer(r -> r.userPoolId(Field.NOWHERE)
                    .identifier("shop")
                    .name("Shop")
                    .scopes(ResourceServerScopeType.builder()
                            .scopeName(text)
                            .scopeDescription("Read")
                            .build()))),
    SECRET_HASH(
            "secretHash",
            new Bounds(1, 128, "[\\w+=/]+", true),
            "with blank",
            (sdk, text) -> sdk.signUp(r -> r.clientId("nosuchclient")
                    .username("user")
                    .password(CognitoFixture.PASSWORD)
                    .secretHash(text))),
    CONFIRMATION_CODE(
            "confirmationCode",
            new Bounds(1, 2048, "[\\S]+", true),
            "with blank",
            (sdk, text) -> sdk.confirmSignUp(
                    r -> r.clientId("nosuchclient").username("user").confirmationCode(text))) {
        // The model does not call it sensitive, but no program depends on seeing it again.
        @Override
        String comparable(String refusal) {
            return refusal.replaceFirst("Value '.*' at", "Value at");
        }
    },
    /** Its pattern is left to {@link DomainContractTest}: names with dots are taken in spite of it. */
    DOMAIN(
            "domain",
            new Bounds(1, 63, null, false),
            null,
            (sdk, text) ->
                    sdk.deleteUserPoolDomain(r -> r.userPoolId(Field.NOWHERE).domain(text))),
    NEW_PROVIDER_NAME(
            "providerName",
            new Bounds(1, 32, "[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+", false),
            "_underlined",
            (sdk, text) -> sdk.createIdentityProvider(r -> r.userPoolId(Field.NOWHERE)
                    .providerName(text)
                    .providerType("OIDC")
                    .providerDetails(Map.of("client_id", "us")))),
    PROVIDER_NAME(
            "providerName",
            new Bounds(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+", false),
            "\u0001",
            (sdk, text) -> sdk.describeIdentityProvider(
                    r -> r.userPoolId(Field.NOWHERE).providerName(text))),
    POOL_NAME(
            "poolName",
            new Bounds(1, 128, "[\\w\\s+=,.@-]+", false),
            "odd!",
            (sdk, text) -> sdk.createUserPool(r -> r.poolName(text).schema(required()))),
    SCHEMA_ATTRIBUTE_NAME(
            "schema.1.member.name",
            new Bounds(1, 20, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+", false),
            "with blank",
            (sdk, text) -> sdk.createUserPool(r -> r.poolName("pool")
                    .schema(
                            SchemaAttributeType.builder()
                                    .name(text)
                                    .attributeDataType(AttributeDataType.STRING)
                                    .build(),
                            required())));

    private static final String VISIBLE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    /** A pool that is not there, in a region that every endpoint accepts. */
    private static final String NOWHERE = "eu-central-1_nowhere00";

    /** Breaks no constraint of the wire but cannot be: keeps a well-formed creation from creating anything. */
    private static SchemaAttributeType required() {
        return SchemaAttributeType.builder()
                .name("unfit")
                .attributeDataType(AttributeDataType.STRING)
                .required(true)
                .build();
    }

    private final String path;
    private final Bounds bounds;
    private final @Nullable String unfit;
    private final BiConsumer<CognitoIdentityProviderClient, String> operation;

    /** @param sensitive keeps the value out of the error */
    record Bounds(int min, int max, @Nullable String pattern, boolean sensitive) {}

    Field(
            String path,
            Bounds bounds,
            @Nullable String unfit,
            BiConsumer<CognitoIdentityProviderClient, String> operation) {
        this.path = path;
        this.bounds = bounds;
        this.unfit = unfit;
        this.operation = operation;
    }

    Bounds bounds() {
        return bounds;
    }

    boolean isBounded() {
        return bounds.max != UNBOUNDED;
    }

    /** A value that breaks the pattern and nothing else; null if there is no pattern. */
    @Nullable String unfit() {
        return unfit;
    }

    /** A value that fits the pattern, if one of this length does. */
    String ofLength(int length) {
        return "a".repeat(length);
    }

    void send(CognitoIdentityProviderClient sdk, String value) {
        operation.accept(sdk, value);
    }

    /** A refusal as {@link #violation} words it. */
    String comparable(String refusal) {
        return refusal;
    }

    /** AWS's sentence on this field. */
    String violation(String value, String constraint) {
        String shown = bounds.sensitive ? "" : " '" + value + "'";
        return "Value" + shown + " at '" + path + "' failed to satisfy constraint: Member must " + constraint;
    }
}
