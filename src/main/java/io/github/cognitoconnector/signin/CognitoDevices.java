package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.cognito.CognitoCalls;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.rest.Pages;
import io.github.cognitoconnector.rest.PlannedStep;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Cognito's operations on devices, one call each. All throw {@link ProblemException} as {@link CognitoCalls} does. */
@ApplicationScoped
class CognitoDevices {

    private final CognitoCalls calls;

    CognitoDevices(CognitoCalls calls) {
        this.calls = calls;
    }

    /**
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code UNSUPPORTED_STATE} if the pool tracks no devices
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html">AdminListDevices</a>
     */
    Page<Device> list(App app, String username, int limit, @Nullable String token) {
        return calls.read(app, cognito -> {
            var found = cognito.adminListDevices(r -> r.userPoolId(app.userPoolId())
                    .username(username)
                    .limit(limit)
                    .paginationToken(token));
            return Pages.of(found.devices(), DeviceMapper::toDevice, found.paginationToken());
        });
    }

    /**
     * Not repeatable: a repeat fails with {@code NOT_FOUND}.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code NOT_FOUND} if the user has no such device, {@code
     *     UNSUPPORTED_STATE} if the pool tracks no devices
     * @see <a href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminForgetDevice.html">AdminForgetDevice</a>
     */
    void forget(App app, String username, String key) {
        calls.write(
                app,
                PlannedStep.of("AdminForgetDevice").user(username),
                cognito -> cognito.adminForgetDevice(
                        r -> r.userPoolId(app.userPoolId()).username(username).deviceKey(key)));
    }
}
