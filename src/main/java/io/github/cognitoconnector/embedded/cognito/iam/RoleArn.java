package io.github.cognitoconnector.embedded.cognito.iam;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a role in its parts.
 *
 * @param name without its path
 */
public record RoleArn(String text, String partition, String account, String name) {

    private static final Pattern FORM =
            Pattern.compile("arn:(aws[a-z-]*):iam::(\\d{12}):role/(?:[\\x21-\\x7E]*/)?([\\w+=,.@-]{1,64})");

    /** Empty if the text is no ARN of a role. */
    public static Optional<RoleArn> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new RoleArn(text, parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    String sessionArn(String session) {
        return "arn:%s:sts::%s:assumed-role/%s/%s".formatted(partition, account, name, session);
    }
}
