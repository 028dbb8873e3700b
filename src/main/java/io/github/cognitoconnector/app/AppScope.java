package io.github.cognitoconnector.app;

/**
 * The apps that a caller may act on. Whatever lies outside looks as if it did not exist.
 *
 * <p>The identity of a request carries it as the attribute {@link #ATTRIBUTE}.
 */
public sealed interface AppScope {

    String ATTRIBUTE = AppScope.class.getName();

    boolean holds(App app);

    /** Every app: the platform's scope. */
    record Everything() implements AppScope {
        @Override
        public boolean holds(App app) {
            return true;
        }
    }

    /** The apps of this user pool that list this app client. */
    record ClientOf(String userPoolId, String clientId) implements AppScope {
        @Override
        public boolean holds(App app) {
            return app.userPoolId().equals(userPoolId) && app.clientIds().contains(clientId);
        }
    }
}
