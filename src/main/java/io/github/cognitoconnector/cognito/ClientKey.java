package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.quarkus.cache.CacheKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;

/** What a client looks like depends on the pool, on whose credentials look at it, and on which one it is. */
@ApplicationScoped
class ClientKey implements CacheKeyGenerator {

    @Override
    public Object generate(Method method, Object... arguments) {
        App app = (App) arguments[0];
        return List.of(app.id(), app.userPoolId(), app.credentialsVersion(), arguments[1]);
    }
}
