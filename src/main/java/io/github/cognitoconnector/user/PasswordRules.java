package io.github.cognitoconnector.user;

import io.github.cognitoconnector.cognito.PasswordPolicy;
import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What the policy of a pool asks of a password: each rule that is broken is named, never the password. */
public final class PasswordRules {

    /** @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">Passwords</a> */
    private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+=";

    private PasswordRules() {}

    public static List<FieldError> errors(PoolSettings pool, String password, String pointer) {
        PasswordPolicy policy = pool.passwordPolicy();
        List<FieldError> errors = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < policy.minimumLength()) {
            errors.add(error(pointer, "It has " + policy.minimumLength() + " characters or more."));
        }
        require(
                policy.requireUppercase(),
                password,
                c -> c >= 'A' && c <= 'Z',
                "an upper-case letter",
                pointer,
                errors);
        require(policy.requireLowercase(), password, c -> c >= 'a' && c <= 'z', "a lower-case letter", pointer, errors);
        require(policy.requireNumbers(), password, c -> c >= '0' && c <= '9', "a digit", pointer, errors);
        require(
                policy.requireSymbols(),
                password,
                c -> SYMBOLS.indexOf(c) >= 0,
                "a special character",
                pointer,
                errors);
        return errors;
    }

    private static void require(
            boolean required,
            String password,
            IntPredicate kind,
            String name,
            String pointer,
            List<FieldError> errors) {
        if (required && password.chars().noneMatch(kind)) {
            errors.add(error(pointer, "It has " + name + "."));
        }
    }

    private static FieldError error(String pointer, String rule) {
        return FieldError.of(ProblemType.INVALID_PASSWORD, pointer, rule);
    }
}
