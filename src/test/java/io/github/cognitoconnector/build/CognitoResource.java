package io.github.cognitoconnector.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateGroupRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateResourceServerRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/** Resources of CloudFormation, whose properties are the members of the API's requests, by name, type and nesting. */
enum CognitoResource {
    USER_POOL("UserPool"),
    DOMAIN("UserPoolDomain"),
    RESOURCE_SERVER("UserPoolResourceServer"),
    CLIENT("UserPoolClient"),
    GROUP("UserPoolGroup");

    /** What has another name in the API. */
    private static final Map<String, String> RENAMED = Map.of("UserPoolName", "PoolName");

    /** What is another request in the API: {@code SetUserPoolMfaConfig}. */
    static final String FACTORS = "EnabledMfas";

    private final String type;

    CognitoResource(String type) {
        this.type = "AWS::Cognito::" + type;
    }

    static CognitoResource of(String type) {
        return Arrays.stream(values())
                .filter(resource -> resource.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not a resource of Cognito that is known here: " + type));
    }

    /** What {@code Fn::GetAtt} gives of it. */
    Set<String> attributes() {
        return switch (this) {
            case USER_POOL -> Set.of("Arn", "ProviderName", "ProviderURL");
            case CLIENT -> Set.of("ClientSecret", "Name");
            case DOMAIN, RESOURCE_SERVER, GROUP -> Set.of();
        };
    }

    private SdkPojo builder() {
        return switch (this) {
            case USER_POOL -> CreateUserPoolRequest.builder();
            case DOMAIN -> CreateUserPoolDomainRequest.builder();
            case RESOURCE_SERVER -> CreateResourceServerRequest.builder();
            case CLIENT -> CreateUserPoolClientRequest.builder();
            case GROUP -> CreateGroupRequest.builder();
        };
    }

    /** The request that makes it; fails at a property that the API does not have, or has of another type. */
    <T> T request(Class<T> request, JsonNode properties) {
        return request.cast(built(builder(), properties));
    }

    /** As {@link #request(Class, JsonNode)}, whichever request it is. */
    Object request(JsonNode properties) {
        return built(builder(), properties);
    }

    private static Object built(SdkPojo builder, JsonNode properties) {
        Map<String, SdkField<?>> members =
                builder.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, field -> field));
        properties.properties().forEach(property -> {
            SdkField<?> member = members.get(RENAMED.getOrDefault(property.getKey(), property.getKey()));
            if (member != null) {
                member.set(builder, value(member, property.getValue()));
            } else if (!property.getKey().equals(FACTORS)) {
                throw new AssertionError("No such member: " + property.getKey());
            }
        });
        return ((Buildable) builder).build();
    }

    private static Object value(SdkField<?> member, JsonNode json) {
        MarshallingType<?> kind = member.marshallingType();
        if (kind.equals(MarshallingType.SDK_POJO)) {
            return built(member.constructor().get(), json);
        }
        if (kind.equals(MarshallingType.LIST)) {
            SdkField<?> item = member.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new ArrayList<>();
            json.forEach(one -> items.add(value(item, one)));
            return items;
        }
        if (kind.equals(MarshallingType.STRING) && json.isTextual()) {
            return json.textValue();
        }
        if (kind.equals(MarshallingType.INTEGER) && json.isInt()) {
            return json.intValue();
        }
        if (kind.equals(MarshallingType.BOOLEAN) && json.isBoolean()) {
            return json.booleanValue();
        }
        throw new AssertionError(member.memberName() + " is not " + json);
    }
}
