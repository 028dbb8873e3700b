package io.github.cognitoconnector.embedded.cognito.device;

import io.github.cognitoconnector.embedded.cognito.directory.Device;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds and changes the devices of users. */
public final class Devices {

    /** AWS does not say how many devices a user may have; here the one unused for longest makes room. */
    private static final int MAX_DEVICES = 100;

    private final Accounts accounts;

    public Devices(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The device that a sign-in ends on.
     *
     * @param fresh whether the client has to be told of it
     */
    public record Used(String key, boolean fresh) {}

    /**
     * The device with this key, or a new one for the empty key; empty in a pool that does not track devices.
     *
     * @throws Refusal {@code ResourceNotFoundException} for a key that is none of the user's
     */
    public Optional<Used> use(UserPool pool, User user, String key) {
        Optional<DeviceTracking> tracking = DeviceTracking.of(pool);
        if (tracking.isEmpty() || key.isEmpty()) {
            return tracking.map(how -> new Used(how.newKey(), true));
        }
        change(pool, user.sub(), key, Device::authenticated);
        return Optional.of(new Used(key, false));
    }

    /**
     * The device with this key.
     *
     * @throws Refusal {@code ResourceNotFoundException} for a key that is none of the user's
     */
    public static Device get(User user, String key) {
        return user.security().devices().stream()
                .filter(device -> device.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("Device does not exist."));
    }

    /**
     * Keeps a new device.
     *
     * @throws Refusal {@code DeviceKeyExistsException}
     */
    void add(UserPool pool, String sub, Device device) {
        accounts.change(pool, sub, (same, user, now) -> {
            List<Device> all = new ArrayList<>(user.security().devices());
            if (all.stream().anyMatch(one -> one.key().equals(device.key()))) {
                throw new Refusal("DeviceKeyExistsException", "The device key already exists.");
            }
            if (all.size() >= MAX_DEVICES) {
                all.stream()
                        .min(Comparator.comparing(one -> one.times().authenticatedAt()))
                        .ifPresent(all::remove);
            }
            all.add(device);
            return with(user, all);
        });
    }

    /** Like {@link #get} for refusals. */
    void remember(UserPool pool, String sub, String key, boolean remembered) {
        change(pool, sub, key, (device, now) -> device.remembered(remembered, now));
    }

    /** Like {@link #get} for refusals. */
    void forget(UserPool pool, String sub, String key) {
        accounts.change(pool, sub, (same, user, now) -> {
            List<Device> rest = new ArrayList<>(user.security().devices());
            rest.remove(get(user, key));
            return with(user, rest);
        });
    }

    private void change(UserPool pool, String sub, String key, BiFunction<Device, Instant, Device> change) {
        accounts.change(pool, sub, (same, user, now) -> {
            List<Device> all = new ArrayList<>(user.security().devices());
            Device before = get(user, key);
            all.set(all.indexOf(before), change.apply(before, now));
            return with(user, all);
        });
    }

    /** A device is no part of what {@code UserLastModifiedDate} is about. */
    private static User with(User user, List<Device> devices) {
        return user.with(user.security().withDevices(devices), user.modifiedAt());
    }

    Instant now() {
        return accounts.now();
    }
}
