package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.UserPoolId;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/** Who may administer apps and act on all of them. */
@ConfigMapping(prefix = "connector.platform")
public interface PlatformConfig {

    /** Id of the user pool whose tokens the platform uses, such as {@code eu-central-1_BGOou5Rwx}. */
    @Pattern(regexp = UserPoolId.PATTERN) String userPoolId();

    /** Ids of the app clients of that pool whose tokens are the platform's; one or more. */
    @NotEmpty Set<String> clientIds();
}
