package io.github.cognitoconnector.credentials;

/** What of an app's credentials is kept encrypted. */
public enum SecretField {
    ACCESS_KEY_ID("accessKeyId"),
    SECRET_ACCESS_KEY("secretAccessKey"),
    CERTIFICATE("certificate"),
    PRIVATE_KEY("privateKey");

    private final String property;

    SecretField(String property) {
        this.property = property;
    }

    /** The name of the property as callers send it; a part of what a ciphertext is bound to, so it never changes. */
    public String property() {
        return property;
    }
}
