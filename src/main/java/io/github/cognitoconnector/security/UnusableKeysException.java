package io.github.cognitoconnector.security;

/** An issuer that does not tell its keys. The message holds nothing that the issuer said. */
final class UnusableKeysException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableKeysException(String message) {
        super(message);
    }

    UnusableKeysException(String message, Throwable cause) {
        super(message, cause);
    }
}
