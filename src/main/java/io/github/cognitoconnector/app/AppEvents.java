package io.github.cognitoconnector.app;

import io.github.cognitoconnector.database.Changes;
import io.github.cognitoconnector.database.Topic;
import io.github.cognitoconnector.rest.MutationCommits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Tells this replica what it has done to an app, when it is committed. */
@ApplicationScoped
class AppEvents {

    private final Event<AppRewired> rewirings;
    private final Event<AppChanged> changes;
    private final Event<MutationCommits> commands;

    AppEvents(Event<AppRewired> rewirings, Event<AppChanged> changes, Event<MutationCommits> commands) {
        this.rewirings = rewirings;
        this.changes = changes;
        this.commands = commands;
    }

    /** An app was registered, changed or removed. Other replicas learn it from the database. */
    record AppChanged(String appId) {}

    /** The last thing in a transaction, which the audit row then becomes a part of. */
    void changed(String appId) {
        changes.fire(new AppChanged(appId));
        commands.fire(new MutationCommits());
    }

    /** Its credentials or its user pool are others now. */
    void rewired(String appId) {
        rewirings.fire(new AppRewired(appId));
    }

    static void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) AppChanged app, Changes known) {
        known.changed(Topic.APP);
    }
}
