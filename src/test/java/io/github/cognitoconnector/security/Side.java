package io.github.cognitoconnector.security;

import io.github.cognitoconnector.testing.Api;
import io.github.cognitoconnector.testing.Cognito;
import io.github.cognitoconnector.testing.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An app, the client that acts on it, and what its pool holds, under names that occur nowhere else. A ghost has such names
 * as well, equally long, but there is nothing behind them.
 *
 * @param mark in the names of the app and its client
 * @param poolMark in the names of the pool's users and groups
 * @param sub of the user
 * @param device of the user
 * @param job of the app; of one that is not registered yet, none
 */
record Side(String mark, String poolMark, String pool, String sub, String device, String job) {

    private static final String EVERYTHING =
            "apps.admin users.read users.write groups.read groups.write jobs.read jobs.write audit.read";

    static String newMark() {
        return Api.unique("m");
    }

    /** Another app in the same pool. */
    Side neighbour() {
        return new Side(newMark(), poolMark, pool, sub, device, "");
    }

    Side ghost() {
        int region = pool.indexOf('_') + 1;
        String nowhere = pool.substring(0, region) + (newMark() + newMark()).substring(0, pool.length() - region);
        String noDevice = pool.substring(0, region) + UUID.randomUUID();
        Side nobody = new Side(newMark(), newMark(), nowhere, UUID.randomUUID().toString(), noDevice, "");
        return nobody.with(nobody.appId() + "." + UUID.randomUUID());
    }

    /** The same, with a job. */
    Side with(String ofApp) {
        return new Side(mark, poolMark, pool, sub, device, ofApp);
    }

    String appId() {
        return "walk-" + mark;
    }

    /** A second app of the same client, so that there is a list of them. */
    String secondAppId() {
        return "walk-too-" + mark;
    }

    String client() {
        return "client" + mark;
    }

    String user() {
        return "walker-" + poolMark;
    }

    String email() {
        return poolMark + "@example.com";
    }

    String group() {
        return "walkers-" + poolMark;
    }

    /** An identity provider of the pool. */
    String provider() {
        return "idp" + poolMark;
    }

    /** Stands in the registration, and nobody who walks sends it. */
    String secret() {
        return "secret-of-" + mark;
    }

    /** Stands in what the pool holds, and nobody who walks sends it. */
    String poolSecret() {
        return "secret-of-" + poolMark;
    }

    /** What an answer to somebody who has not asked for it must not hold. */
    List<String> names(boolean samePool) {
        return samePool ? List.of(mark, jobNumber()) : List.of(mark, jobNumber(), poolMark, pool, sub, device);
    }

    /** What no answer may hold, whatever was asked. */
    List<String> secrets(boolean samePool) {
        return samePool ? List.of(secret()) : List.of(secret(), poolSecret());
    }

    /** Of the app's client, with every scope that there is. */
    String token() {
        return token(EVERYTHING);
    }

    /** Of the app's client, with these scopes, separated by spaces. */
    String token(String permissions) {
        String scopes = Stream.of(permissions.split(" ", -1))
                .map(permission -> "connector/" + permission)
                .collect(Collectors.joining(" "));
        return Tokens.signed(claims -> {
            claims.setIssuer(Cognito.issuer(pool));
            claims.setSubject(client());
            claims.setStringClaim("client_id", client());
            claims.setExpirationTimeMinutesInTheFuture(60); // the walk is long where it shares the machine
            claims.setStringClaim("scope", scopes);
        });
    }

    /** The names of this side turned into those of another one. */
    String renamed(String text, Side other) {
        return text.replace(jobNumber(), other.jobNumber())
                .replace(upper(jobNumber()), upper(other.jobNumber()))
                .replace(mark, other.mark)
                .replace(upper(mark), upper(other.mark))
                .replace(poolMark, other.poolMark)
                .replace(pool, other.pool)
                .replace(sub, other.sub);
    }

    private String jobNumber() {
        return job.substring(job.indexOf('.') + 1);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
