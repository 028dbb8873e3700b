package io.github.cognitoconnector.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.security.Caller;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller, and what he may do.
 *
 * @param permissions those that he holds wherever he may act at all, from the scopes of his token
 * @param apps that he may act on, in the order of their ids: the first 60
 * @param appsTruncated whether there are more apps, which {@code GET /v1/apps} lists
 */
@Schema(examples = """
                {"caller": {"kind": "CLIENT", "clientId": "demoapp", "issuer": "http://127.0.0.1:9229/us-east-1_demo"},
                 "permissions": ["groups.read", "groups.write", "users.read", "users.write"],
                 "apps": [{"id": "demo", "permissions": ["groups.read", "groups.write", "users.read", "users.write"]}],
                 "appsTruncated": false}""")
public record Me(MeAsCaller caller, List<String> permissions, List<MyApp> apps, boolean appsTruncated) {

    /**
     * Who the token says the caller is.
     *
     * @param kind how he acts
     * @param username the person; absent for a client that acts for itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeAsCaller(
            @Schema(enumeration = {"CLIENT", "PERSON"}) String kind,
            String clientId,
            @Nullable String username,
            String issuer) {

        static MeAsCaller of(Caller caller) {
            return new MeAsCaller(caller.kind().name(), caller.clientId(), caller.username(), caller.issuer());
        }

        @Override
        public String toString() {
            return "MeAsCaller[" + clientId + "]";
        }
    }

    /**
     * An app that the caller may act on.
     *
     * @param permissions from his scopes and, for a person, from the app's {@code operatorGroups}
     */
    public record MyApp(String id, List<String> permissions) {

        static MyApp of(Caller caller, App app) {
            return new MyApp(app.id(), sorted(caller.permissions(app)));
        }
    }

    static List<String> sorted(Collection<String> permissions) {
        return permissions.stream().sorted().toList();
    }
}
