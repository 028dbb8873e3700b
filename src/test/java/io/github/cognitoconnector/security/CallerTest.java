package io.github.cognitoconnector.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.app.AppScope;
import io.github.cognitoconnector.testing.Apps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    private static final AppScope EVERYTHING = new AppScope.Everything();
    private static final AppScope OWN = new AppScope.ClientOf(Apps.POOL, "shopclient");
    private static final App APP = Apps.withOperatorGroups(Map.of("support", List.of("users.read", "users.write")));

    @Test
    void clientHasItsScopesAndNoMore() {
        Caller client = caller(Apps.POOL, null, Set.of("groups.read"), OWN);
        assertThat(client.kind()).isEqualTo(Caller.Kind.CLIENT);
        assertThat(client.permissions(APP)).containsExactly("groups.read");
        assertThat(client.permissions(null)).containsExactly("groups.read");
    }

    @Test
    void personHasWhatTheAppGivesToHisGroups() {
        Caller person = caller(Apps.POOL, "ada", Set.of("groups.read"), OWN);
        assertThat(person.kind()).isEqualTo(Caller.Kind.PERSON);
        assertThat(person.permissions(APP)).containsExactlyInAnyOrder("groups.read", "users.read", "users.write");
        assertThat(person.permissions(Apps.plain())).containsExactly("groups.read");
        assertThat(person.permissions(null)).containsExactly("groups.read");
    }

    @Test
    void groupOfAnotherPoolGivesNothing() {
        Caller stranger = caller("eu-central-1_Other", "ada", Set.of(), EVERYTHING);
        assertThat(stranger.permissions(APP)).isEmpty();
    }

    @Test
    void onlyThePlatformAdministersApps() {
        assertThat(caller(Apps.POOL, null, Set.of("apps.admin"), EVERYTHING).permissions(null))
                .containsExactly("apps.admin");
        assertThat(caller(Apps.POOL, null, Set.of("apps.admin", "users.read"), OWN)
                        .permissions(APP))
                .containsExactly("users.read");
        assertThat(caller(Apps.POOL, null, Set.of("apps.admin"), OWN).permissions(null))
                .isEmpty();
    }

    @Test
    void noGroupMakesAnAdministratorOfApps() {
        App careless = Apps.withOperatorGroups(Map.of("support", List.of("apps.admin")));
        assertThat(caller(Apps.POOL, "ada", Set.of(), OWN).permissions(careless))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/apps/webshop, webshop",
        "/v1/apps/webshop/, webshop",
        "/v1/apps/webshop/users/ada, webshop",
        "/v1/apps//webshop/users, webshop",
        "/v1/apps/web%73hop/users, web%73hop",
        "/v1/apps/users/users, users",
        "/v1/jobs/webshop.0b6f1c9e-3c52-4f0e-9a59-3f4a5a6b7c8d, webshop",
        "/v1/jobs/webshop.0b6f1c9e/results, webshop",
        "/v1/jobs/webshop, webshop"
    })
    void findsTheAppOfAPath(String path, String appId) {
        assertThat(AppPath.of(path)).map(AppPath::appId).contains(appId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1/apps",
                "/v1/apps/",
                "/v1/apps//",
                "/v1/me",
                "/v1/jobs",
                "/v1/jobs/",
                "/v2/apps/webshop",
                "/V1/apps/webshop",
                "/x/v1/apps/webshop",
                "v1/apps/webshop",
                "/v1/appsx/webshop",
                "/q/health"
            })
    void findsNoAppInOtherPaths(String path) {
        assertThat(AppPath.of(path)).isEmpty();
    }

    @Property(tries = 300)
    void appIsASegmentOfThePath(@ForAll String tail) {
        AppPath.of("/v1/apps/" + tail).map(AppPath::appId).ifPresent(id -> {
            assertThat(id).isNotEmpty().doesNotContain("/");
            assertThat(tail).contains(id);
        });
    }

    private static Caller caller(String pool, @Nullable String username, Set<String> scopes, AppScope scope) {
        return new Caller(
                "https://issuer/" + pool, pool, "shopclient", "subject", username, scopes, List.of("support"), scope);
    }
}
