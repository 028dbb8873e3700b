package io.github.cognitoconnector.ops;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The image that this runs in. */
@ConfigMapping(prefix = "connector.image")
public interface ImageConfig {

    /**
     * Commit that the image was built from, 7 to 64 hexadecimal digits, for {@code /q/info}. Images have it from
     * {@code docker build --build-arg COMMIT=…}, since their build does not see the repository.
     */
    Optional<@Pattern(regexp = "[0-9a-f]{7,64}") String> commit();
}
