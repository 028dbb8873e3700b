package io.github.cognitoconnector.secret;

import java.util.Arrays;
import java.util.Optional;

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

    /** Empty for a field of a newer version of this service. */
    static Optional<SecretField> of(String property) {
        return Arrays.stream(values())
                .filter(field -> field.property.equals(property))
                .findFirst();
    }
}
