package io.github.cognitoconnector.pool;

import java.time.Duration;
import java.util.stream.Stream;

/** What of an app client's settings will hurt. */
record ClientCheck(String clientId, ClientSettings client) {

    private static final String REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";
    private static final Duration LONG_ACCESS = Duration.ofHours(1);
    private static final Duration SHORT_REFRESH = Duration.ofDays(1);
    private static final Duration LONG_REFRESH = Duration.ofDays(365);

    Stream<Finding> findings() {
        Lifetime access = client.lifetimes().accessToken();
        Stream<Finding> ofAll = Stream.of(
                        when(!client.actsForItself() && !client.letsSignIn(), Symptom.NO_SIGN_IN_FLOW, ""),
                        when(client.oauth().allows("implicit"), Symptom.IMPLICIT_FLOW, ""),
                        when(
                                access.toDuration().compareTo(LONG_ACCESS) > 0,
                                Symptom.LONG_ACCESS_TOKENS,
                                access.toString()))
                .flatMap(found -> found);
        return client.letsSignIn() ? Stream.concat(ofAll, ofSignIns()) : ofAll;
    }

    private Stream<Finding> ofSignIns() {
        Lifetime refresh = client.lifetimes().refreshToken();
        boolean refreshes = client.flows().contains(REFRESH)
                || client.refreshTokenRotation()
                || client.oauth().allows("code");
        return Stream.of(
                        when(
                                !refreshes,
                                Symptom.NO_REFRESH_FLOW,
                                client.lifetimes().accessToken().toString()),
                        when(client.preventUserExistenceErrors().equals("LEGACY"), Symptom.USER_EXISTENCE_SHOWN, ""),
                        when(!client.tokenRevocation(), Symptom.TOKEN_REVOCATION_OFF, ""),
                        when(
                                refreshes && refresh.toDuration().compareTo(SHORT_REFRESH) < 0,
                                Symptom.SHORT_REFRESH_TOKENS,
                                refresh.toString()),
                        when(
                                refreshes && refresh.toDuration().compareTo(LONG_REFRESH) > 0,
                                Symptom.LONG_REFRESH_TOKENS,
                                refresh.toString()))
                .flatMap(found -> found);
    }

    private Stream<Finding> when(boolean so, Symptom symptom, String what) {
        return so ? Stream.of(symptom.found(clientId, what)) : Stream.empty();
    }
}
