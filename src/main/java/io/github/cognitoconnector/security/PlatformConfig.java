package io.github.cognitoconnector.security;

import io.github.cognitoconnector.app.UserPoolId;
import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Set;

/** Who may administer apps and act on all of them. */
@ConfigMapping(prefix = "connector.platform")
public interface PlatformConfig {

    /** User pool whose tokens the platform uses, such as {@code eu-central-1_BGOou5Rwx}. */
    @Pattern(regexp = UserPoolId.PATTERN) String userPoolId();

    /** App clients of that pool that may administer apps and act on all of them, separated by commas; one or more. */
    @NotEmpty Set<String> clientIds();
}
