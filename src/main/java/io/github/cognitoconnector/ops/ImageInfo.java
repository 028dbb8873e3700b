package io.github.cognitoconnector.ops;

import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.quarkus.info.runtime.spi.InfoContributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What {@code /q/info} tells of the image, if its commit is known. */
@ApplicationScoped
@LookupUnlessProperty(name = "connector.image.commit", stringValue = "", lookupIfMissing = false)
class ImageInfo implements InfoContributor {

    private final ImageConfig image;

    ImageInfo(ImageConfig image) {
        this.image = image;
    }

    @Override
    public String name() {
        return "image";
    }

    @Override
    public Map<String, Object> data() {
        return Map.of("commit", image.commit().orElseThrow());
    }
}
