package io.github.cognitoconnector.signin;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeviceType;

/** Cognito's devices as ours; most of what it says of one stands in attributes. */
final class DeviceMapper {

    private DeviceMapper() {}

    static Device toDevice(DeviceType device) {
        Map<String, String> attributes = device.deviceAttributes().stream()
                .filter(a -> a.value() != null)
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value, (first, again) -> first));
        return new Device(
                device.deviceKey(),
                attributes.get("device_name"),
                remembered(attributes.get("dev:device_remembered_status")),
                attributes.get("last_ip_used"),
                device.deviceCreateDate(),
                device.deviceLastModifiedDate(),
                device.deviceLastAuthenticatedDate());
    }

    private static @Nullable Boolean remembered(@Nullable String status) {
        return status == null ? null : status.equals("remembered");
    }
}
