package io.github.cognitoconnector.embedded.cognito.iam;

/** Patterns with {@code *} and {@code ?}, without the runaway time that a regular expression of many stars can take. */
final class Glob {

    private Glob() {}

    static boolean matches(String glob, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int next = 0;
        while (next < text.length()) {
            if (at < glob.length() && glob.charAt(at) == '*') {
                star = at++;
                resume = next;
            } else if (at < glob.length() && (glob.charAt(at) == '?' || glob.charAt(at) == text.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                at = star + 1;
                next = ++resume;
            } else {
                return false;
            }
        }
        return glob.chars().skip(at).allMatch(rest -> rest == '*');
    }
}
