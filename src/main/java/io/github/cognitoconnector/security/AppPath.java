package io.github.cognitoconnector.security;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the app that a path is about. Resources act on the app found here, so a path read otherwise gains nothing. */
final class AppPath {

    private static final Pattern PATH = Pattern.compile("/v1/apps/+([^/]+)(/.*)?");

    private AppPath() {}

    /** The segment behind {@code /v1/apps/}, undecoded: an app id needs no encoding, so an encoded one is no app's. */
    static Optional<String> appId(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
