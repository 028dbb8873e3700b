package io.github.cognitoconnector.app;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The app that the request is about. It was resolved and its permissions were checked together with the caller's
 * identity; resources take it from here and never look the path up again.
 */
@RequestScoped
public class CurrentApp {

    /** Attribute of the identity that holds the app. */
    public static final String ATTRIBUTE = App.class.getName();

    private final SecurityIdentity identity;

    CurrentApp(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws ProblemException {@code APP_NOT_FOUND} */
    public App get() {
        @Nullable App app = identity.getAttribute(ATTRIBUTE);
        if (app == null) {
            throw notFound();
        }
        return app;
    }

    /** The apps that the caller may act on. */
    AppScope scope() {
        return identity.getAttribute(AppScope.ATTRIBUTE);
    }

    /** The same words for an app that does not exist and for one that is not the caller's. */
    public static ProblemException notFound() {
        return ProblemException.of(ProblemType.APP_NOT_FOUND, "There is no such app.");
    }
}
