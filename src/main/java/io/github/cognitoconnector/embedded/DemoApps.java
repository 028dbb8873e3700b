package io.github.cognitoconnector.embedded;

import io.github.cognitoconnector.app.AppRequest;
import io.github.cognitoconnector.app.AppService;
import io.github.cognitoconnector.app.Permission;
import io.github.cognitoconnector.database.SchemaReady;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** Registers the apps of the demo pools, unless they are there already. */
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "test", "local"})
class DemoApps {

    /** Behind those who only begin to look. */
    private static final int LAST = 3000;

    private final AppService apps;

    DemoApps(AppService apps) {
        this.apps = apps;
    }

    void register(@Observes @Priority(LAST) SchemaReady event) {
        register(app(
                "demo",
                "Demo",
                "us-east-1_demo",
                List.of("demoapp"),
                List.of("demo"),
                Map.of("demo-admins", List.of(Permission.USERS_READ, Permission.USERS_WRITE, Permission.GROUPS_READ)),
                true));
        register(app("other", "Other", "eu-west-1_other", List.of("otherapp"), List.of(), Map.of(), false));
    }

    private void register(AppRequest app) {
        if (apps.find(app.id()).isEmpty()) {
            apps.create(app);
        }
    }

    private static AppRequest app(
            String id,
            String name,
            String userPoolId,
            List<String> clientIds,
            List<String> allowedGroups,
            Map<String, List<String>> operatorGroups,
            boolean signUp) {
        return new AppRequest(
                id,
                name,
                userPoolId,
                null,
                clientIds,
                allowedGroups,
                List.of(),
                Map.of("demo", List.of("User"), "demo-admins", List.of("Administrator")),
                List.of("User"),
                operatorGroups,
                List.of(),
                null,
                signUp,
                null,
                null,
                null,
                null);
    }
}
