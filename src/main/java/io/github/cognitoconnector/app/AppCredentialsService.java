package io.github.cognitoconnector.app;

import io.github.cognitoconnector.credentials.CredentialChoice;
import io.github.cognitoconnector.credentials.CredentialRules;
import io.github.cognitoconnector.credentials.CredentialsRequest;
import io.github.cognitoconnector.credentials.NewCredentials;
import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.secret.Secret;
import io.github.cognitoconnector.secret.SecretField;
import io.github.cognitoconnector.secret.SecretVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses whose AWS credentials an app uses, and hands them out to whoever calls AWS for it. */
@ApplicationScoped
public class AppCredentialsService {

    private final AppRepository apps;
    private final SecretVault vault;
    private final AppEvents events;
    private final Clock clock;
    private final Mutation mutation;

    AppCredentialsService(AppRepository apps, SecretVault vault, AppEvents events, Clock clock, Mutation mutation) {
        this.apps = apps;
        this.vault = vault;
        this.events = events;
        this.clock = clock;
        this.mutation = mutation;
    }

    /**
     * An app as it is now, and its credentials.
     *
     * @param choice with the secrets in clear
     */
    public record AppWithCredentials(App app, CredentialChoice choice) {}

    /**
     * The app and its credentials at one moment. They are read without a lock and outside of a transaction, since an
     * unknown key may ask AWS KMS; if somebody changes them meanwhile, they are read again.
     *
     * @throws ProblemException {@code APP_NOT_FOUND}; {@code INTERNAL} if a secret cannot be decrypted
     */
    public AppWithCredentials of(String id) {
        App before = stored(id);
        while (true) {
            Map<SecretField, Secret> secrets = vault.open(id);
            App after = stored(id);
            if (after.equals(before)) {
                return new AppWithCredentials(after, CredentialChoice.of(after.credentials(), secrets));
            }
            before = after;
        }
    }

    @Transactional
    App stored(String id) {
        return apps.find(id).orElseThrow(CurrentApp::notFound).toApp();
    }

    /** @throws ProblemException {@code APP_NOT_FOUND}, {@code STALE}, {@code VALIDATION_FAILED} */
    @Transactional
    App change(String id, @Nullable String ifMatch, CredentialsRequest request) {
        mutation.changes(List.of("credentials"));
        AppEntity app = apps.forChange(id, ifMatch);
        NewCredentials chosen = check(app, request, "");
        app.credentials.take(chosen);
        app.touch(clock.instant());
        keep(app, chosen);
        apps.flush();
        events.rewired(id);
        events.changed(id);
        return app.toApp();
    }

    /**
     * @param request null for the service's own
     * @param pointer JSON pointer to the request within the body
     * @throws ProblemException {@code VALIDATION_FAILED}
     */
    NewCredentials check(AppEntity app, @Nullable CredentialsRequest request, String pointer) {
        if (request == null) {
            return NewCredentials.DEFAULT;
        }
        NewCredentials chosen = NewCredentials.of(request, UserPoolId.region(app.userPoolId), pointer, clock.instant());
        if (!chosen.secrets().isEmpty()) {
            vault.checkReady(pointer);
        }
        return chosen;
    }

    /** Puts the secrets in the place of the earlier ones, in the caller's transaction. */
    void keep(AppEntity app, NewCredentials chosen) {
        vault.replace(app.id, chosen.secrets());
    }

    /** @throws ProblemException {@code VALIDATION_FAILED} if the app's credentials are of no use in that region */
    void checkFit(AppEntity app, String region) {
        List<FieldError> misfits = CredentialRules.misfits(app.credentials.toView(), region, "/userPoolId");
        if (!misfits.isEmpty()) {
            throw ProblemException.fields(ProblemType.VALIDATION_FAILED, misfits);
        }
    }
}
