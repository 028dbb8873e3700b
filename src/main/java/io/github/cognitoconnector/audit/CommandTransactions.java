package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.rest.MutationCommits;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;

/** Writes the row of a command that is a transaction into that transaction. */
@ApplicationScoped
class CommandTransactions {

    private final CurrentMutation current;
    private final EntityManager database;

    CommandTransactions(CurrentMutation current, EntityManager database) {
        this.current = current;
        this.database = database;
    }

    /** What the command has written goes to the database first, because the row is written in the scope of its chain. */
    void append(@Observes MutationCommits commits) {
        if (isRequest()) {
            database.flush();
            current.endWithCommand();
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MutationCommits commits) {
        if (isRequest() && current.hasBegun()) {
            current.written();
        }
    }

    /** What the service does for itself, such as registering demo apps, is nobody's mutation. */
    private static boolean isRequest() {
        return Arc.container().requestContext().isActive();
    }
}
