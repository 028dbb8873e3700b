package io.github.cognitoconnector.cognito;

/**
 * What the password policy of a user pool asks for.
 *
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">Passwords, account
 *     recovery, and password policies</a>
 */
public record PasswordRules(int minimumLength, boolean upperCase, boolean lowerCase, boolean numbers, boolean symbols) {

    /** Of a pool that states none. */
    static final PasswordRules DEFAULT = new PasswordRules(8, true, true, true, true);

    private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+=";

    /** Whether Cognito takes it, as far as the policy goes. */
    public boolean allow(String password) {
        return password.length() >= minimumLength
                && (!upperCase || has(password, 'A', 'Z'))
                && (!lowerCase || has(password, 'a', 'z'))
                && (!numbers || has(password, '0', '9'))
                && (!symbols || password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0));
    }

    private static boolean has(String password, char first, char last) {
        return password.chars().anyMatch(c -> c >= first && c <= last);
    }
}
