package io.github.cognitoconnector.embedded.cognito.device;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens;
import io.github.cognitoconnector.embedded.cognito.token.AccessTokens.Bearer;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;
import java.util.stream.Stream;

/**
 * ListDevices, GetDevice, ForgetDevice, UpdateDeviceStatus, and the same four for administrators. All refuse with
 * {@code InvalidUserPoolConfigurationException} where the pool does not track devices.
 */
public final class DeviceOperations {

    static final Shape KEY = Shapes.text(1, 55, "[\\w-]+_[0-9a-f-]+");
    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member USER = required("Username", Shapes.USERNAME);
    private static final Member TOKEN = required("AccessToken", Shapes.TOKEN);
    private static final Member DEVICE = required("DeviceKey", KEY);
    private static final Member STATUS =
            optional("DeviceRememberedStatus", Shapes.choice("remembered", "not_remembered"));
    private static final Member LIMIT = optional("Limit", Shapes.LIMIT);
    private static final Member PAGE = optional("PaginationToken", Shapes.NEXT_TOKEN);

    private final Accounts accounts;
    private final AccessTokens accessTokens;
    private final Devices devices;
    private final Pages pages;

    public DeviceOperations(Accounts accounts, AccessTokens accessTokens, Devices devices, Pages pages) {
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.devices = devices;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return Stream.concat(
                        Stream.of(new DeviceConfirmation(accessTokens, devices).operation()),
                        Stream.concat(own().stream(), administered().stream()))
                .toList();
    }

    private List<Operation> own() {
        return List.of(
                Operation.open("ListDevices", input -> list("ListDevices", input, bearer(input)), TOKEN, LIMIT, PAGE),
                Operation.open(
                        "GetDevice", input -> get(input, bearer(input)), DEVICE, optional("AccessToken", Shapes.TOKEN)),
                Operation.open(
                        "ForgetDevice",
                        silent(input -> forget(input, bearer(input))),
                        DEVICE,
                        optional("AccessToken", Shapes.TOKEN)),
                Operation.open(
                        "UpdateDeviceStatus", silent(input -> update(input, bearer(input))), TOKEN, DEVICE, STATUS));
    }

    private List<Operation> administered() {
        return List.of(
                Operation.signed(
                        "AdminListDevices",
                        input -> list("AdminListDevices", input, named(input)),
                        POOL,
                        USER,
                        LIMIT,
                        PAGE),
                Operation.signed("AdminGetDevice", input -> get(input, named(input)), DEVICE, POOL, USER),
                Operation.signed("AdminForgetDevice", silent(input -> forget(input, named(input))), POOL, USER, DEVICE),
                Operation.signed(
                        "AdminUpdateDeviceStatus",
                        silent(input -> update(input, named(input))),
                        POOL,
                        USER,
                        DEVICE,
                        STATUS));
    }

    /** The user whose devices a request is about. */
    private record Owner(UserPool pool, User user) {}

    private Owner bearer(Input input) {
        Bearer bearer = accessTokens.bearer(input.text("AccessToken"));
        tracking(bearer.pool());
        return new Owner(bearer.pool(), bearer.user());
    }

    private Owner named(Input input) {
        UserPool pool = accounts.pool(input);
        tracking(pool);
        return new Owner(pool, accounts.get(pool, input));
    }

    static DeviceTracking tracking(UserPool pool) {
        return DeviceTracking.of(pool)
                .orElseThrow(() -> new Refusal(
                        "InvalidUserPoolConfigurationException", "The user pool is not configured to track devices."));
    }

    private ObjectNode list(String operation, Input input, Owner owner) {
        List<Device> all = owner.user().security().devices();
        return pages.page(
                input,
                new Pages.Names(operation, "Limit", "PaginationToken", "Devices"),
                List.of(owner.pool().id(), owner.user().sub()),
                after -> after(all, after),
                new Pages.View<>(Device::key, DeviceOperations::describe));
    }

    /** In the order of their keys, so that a page holds its place when devices come and go. */
    private static Stream<Device> after(List<Device> all, String key) {
        return all.stream()
                .filter(device -> device.key().compareTo(key) > 0)
                .sorted((one, other) -> one.key().compareTo(other.key()));
    }

    private static ObjectNode get(Input input, Owner owner) {
        ObjectNode answer = Json.object();
        answer.set("Device", describe(Devices.get(owner.user(), input.text("DeviceKey"))));
        return answer;
    }

    private void forget(Input input, Owner owner) {
        devices.forget(owner.pool(), owner.user().sub(), input.text("DeviceKey"));
    }

    /** Absent is {@code not_remembered}; AWS does not say. */
    private void update(Input input, Owner owner) {
        boolean remembered = input.text("DeviceRememberedStatus").equals("remembered");
        devices.remember(owner.pool(), owner.user().sub(), input.text("DeviceKey"), remembered);
    }

    private static ObjectNode describe(Device device) {
        ObjectNode json = Json.object().put("DeviceKey", device.key());
        var attributes = json.putArray("DeviceAttributes");
        attributes.addObject().put("Name", "device_status").put("Value", "valid");
        String name = device.name();
        if (name != null) {
            attributes.addObject().put("Name", "device_name").put("Value", name);
        }
        attributes
                .addObject()
                .put("Name", "dev:device_remembered_status")
                .put("Value", device.remembered() ? "remembered" : "not_remembered");
        return json.put("DeviceCreateDate", Json.time(device.times().createdAt()))
                .put("DeviceLastModifiedDate", Json.time(device.times().modifiedAt()))
                .put("DeviceLastAuthenticatedDate", Json.time(device.times().authenticatedAt()));
    }
}
