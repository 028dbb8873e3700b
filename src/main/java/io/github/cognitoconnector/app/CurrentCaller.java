package io.github.cognitoconnector.app;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Whose request is being answered, by a name that says nothing of a person to whoever does not know the pool. */
@ApplicationScoped
public class CurrentCaller {

    /** Attribute of the identity that holds the token's {@code sub}: a client's id, or Cognito's id of a person. */
    public static final String ATTRIBUTE = CurrentCaller.class.getName();

    /** Where there is no request, the service acts for itself. */
    private static final String SERVICE = "connector";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public String subject() {
        if (!Arc.container().requestContext().isActive()) {
            return SERVICE;
        }
        @Nullable String subject = identity.getAttribute(ATTRIBUTE);
        return subject == null ? SERVICE : subject;
    }
}
