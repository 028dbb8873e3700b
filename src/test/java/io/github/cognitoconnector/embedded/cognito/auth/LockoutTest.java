package io.github.cognitoconnector.embedded.cognito.auth;

import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.PASSWORD;
import static io.github.cognitoconnector.embedded.cognito.testing.TestCognito.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.contract.Row;
import io.github.cognitoconnector.embedded.cognito.testing.Account;
import io.github.cognitoconnector.embedded.cognito.testing.TestCognito;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;

/** As AWS documents it under "Lockout behavior for failed sign-in attempts". */
class LockoutTest {

    private static final TestCognito COGNITO = TestCognito.start();
    private static final Account ACCOUNT = new Account(COGNITO);
    private static final String POOL = COGNITO.newPool();
    private static final String CLIENT =
            ACCOUNT.client(POOL, r -> r.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED));
    private static final String WRONG = "NotAuthorizedException: Incorrect username or password.";
    private static final String LOCKED = "NotAuthorizedException: Password attempts exceeded";

    /** The clock only stands still enough for a lockout of some length; a second could pass by itself. */
    private static final int LONG_LOCKOUT_FAILURES = 12;

    @AfterAll
    static void stop() {
        COGNITO.close();
    }

    @AfterEach
    void reset() {
        COGNITO.reset();
    }

    @Test
    void lockoutGrowsUpToAQuarterOfAnHour() {
        String user = newUser();
        int offset = lockOut(user);

        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, PASSWORD))).isEqualTo(LOCKED);
        // 2^(12-5) seconds; the attempt during the lockout has not made it longer
        moveTo(offset + 129);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                .isEqualTo(WRONG);
        moveTo(offset + 129 + 129);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, PASSWORD))).isEqualTo(LOCKED);
        moveTo(offset + 129 + 257);
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD)).isNotNull();
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                .isEqualTo(WRONG);
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD)).isNotNull();
    }

    @Test
    void fourFailuresDoNotLockOut() {
        String user = newUser();
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                    .isEqualTo(WRONG);
        }
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD)).isNotNull();
    }

    @Test
    void quarterOfAnHourWithoutAttemptsForgets() {
        String user = newUser();
        int offset = lockOut(user);
        moveTo(offset + 901);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                .isEqualTo(WRONG);
        assertThat(ACCOUNT.signIn(CLIENT, user, PASSWORD)).isNotNull();
    }

    /** Contract row 25: nobody is locked out like somebody, and nobody else with them. */
    @Test
    @Row(25)
    void nobodyIsLockedOutToo() {
        lockOut("nobody");
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, "nobody", PASSWORD))).isEqualTo(LOCKED);
        assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, "somebody", PASSWORD))).isEqualTo(WRONG);
        assertThat(ACCOUNT.signIn(CLIENT, newUser(), PASSWORD)).isNotNull();
    }

    /** Fails often enough, each time when the lockout before is over; answers where the clock is. */
    private static int lockOut(String user) {
        int offset = 0;
        for (int failures = 1; failures <= LONG_LOCKOUT_FAILURES; failures++) {
            offset += failures > 5 ? (1 << (failures - 6)) + 1 : 0;
            moveTo(offset);
            assertThat(refusal(() -> ACCOUNT.signIn(CLIENT, user, "Wrong-Horse-42")))
                    .isEqualTo(WRONG);
        }
        return offset;
    }

    private static void moveTo(int seconds) {
        COGNITO.put("clock", "{\"offsetSeconds\": " + seconds + "}");
    }

    private static String newUser() {
        String user = TestCognito.unique("user");
        ACCOUNT.confirmed(POOL, user);
        return user;
    }
}
