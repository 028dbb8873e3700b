package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The devices of users. Costs one upstream call for a user named plainly; a list one for each upstream page. */
@ApplicationScoped
public class UserDeviceService {

    /** The most that Cognito lists at a time. */
    private static final int PAGE = 60;

    private final CognitoDevices devices;
    private final UserFinder finder;
    private final DryRun dryRun;

    UserDeviceService(CognitoDevices devices, UserFinder finder, DryRun dryRun) {
        this.devices = devices;
        this.finder = finder;
        this.dryRun = dryRun;
    }

    /**
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code UNSUPPORTED_STATE} if the pool tracks no
     *     devices
     */
    Page<Device> list(App app, UserRef user, int limit, @Nullable String position) {
        String username = finder.username(app, user);
        return Pages.fill(limit, position, (size, token) -> devices.list(app, username, size, token));
    }

    /**
     * Has Cognito take the device for a new one. A device that is gone when the request is repeated was forgotten by its
     * first try.
     *
     * @throws ProblemException as {@link #list}, and {@code NOT_FOUND} if the user has no such device
     */
    void forget(App app, UserRef user, String key) {
        String username = finder.username(app, user);
        if (dryRun.isOn() && !exists(app, username, key)) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "The user has no such device.");
        }
        try {
            devices.forget(app, username, key);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.NOT_FOUND || !CognitoCalls.followsARepeat(e)) {
                throw e;
            }
        }
    }

    private boolean exists(App app, String username, String key) {
        String position = null;
        do {
            Page<Device> page = devices.list(app, username, PAGE, position);
            if (page.items().stream().anyMatch(device -> device.key().equals(key))) {
                return true;
            }
            position = page.nextCursor();
        } while (position != null);
        return false;
    }
}
