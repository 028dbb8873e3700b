package io.github.cognitoconnector.architecture;

import io.github.cognitoconnector.ops.RequiredConfiguration;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.regions.Region;

/** What nobody may build; the rules are tried on it. Compiled by the test, for the test. */
final class BrokenHouse {

    static final SecureRandom RANDOM = new SecureRandom();

    private BrokenHouse() {}

    abstract static class ThingResource {
        ThingRepository things;
        ThingEntity thing;

        @GET
        abstract String get();
    }

    @Path("/broken")
    abstract static class PathResource {
        public abstract List<String> list();
    }

    @Path("/v1/apps/{appId}/broken")
    abstract static class OpenResource {
        @GET
        @Authenticated
        abstract void get();
    }

    abstract static class ThingService {
        abstract String get(UriInfo uri);
    }

    public abstract static class ThingRepository {}

    @Entity
    public static class ThingEntity {
        @Id
        String id;
    }

    abstract static class ThingManager {
        @Inject
        String injected;

        ThingManager(int a, int b, int c, int d, int e, int f) {}
    }

    abstract static class Transfer {
        @Transactional
        abstract void send(Region region);
    }

    abstract static class Start {
        List<String> missing(Config config) {
            return RequiredConfiguration.missing(config);
        }
    }
}
