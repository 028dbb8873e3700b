package io.github.cognitoconnector.embedded.cognito.code;

import java.time.Duration;

/** What a code is for, and how long it is good (contract section 3, below the table). */
public enum Purpose {
    SIGN_UP(Duration.ofHours(24)),
    PASSWORD_RESET(Duration.ofHours(1)),
    EMAIL_VERIFICATION(Duration.ofHours(24)),
    PHONE_NUMBER_VERIFICATION(Duration.ofHours(24));

    private final Duration life;

    Purpose(Duration life) {
        this.life = life;
    }

    Duration life() {
        return life;
    }
}
