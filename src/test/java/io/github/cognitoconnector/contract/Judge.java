package io.github.cognitoconnector.contract;

import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Decides what the outcome of a case means on a witness.
 *
 * @param mayAbort whether a case may be left out, as on an endpoint that shall get no pools
 */
record Judge(Deviations deviations, boolean mayAbort) {

    /** @param failure null for a case that has passed */
    Tally.Outcome outcome(CaseName name, @Nullable Throwable failure) {
        if (failure instanceof TestAbortedException && mayAbort) {
            return Tally.Outcome.ABORTED;
        }
        if (failure == null) {
            return deviations.cover(name) ? Tally.Outcome.WRONG : Tally.Outcome.AS_THE_CONTRACT_SAYS;
        }
        return deviations.cover(name) && isAnswer(failure) ? Tally.Outcome.LISTED_DEVIATION : Tally.Outcome.WRONG;
    }

    /** What is wrong with a listed case that has passed. */
    AssertionError passed(CaseName name) {
        return new AssertionError(name + " no longer deviates, take it off " + deviations.file());
    }

    /** A witness that is gone deviates from nothing, and a case left out has not asked it. */
    private static boolean isAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof VirtualMachineError
                    || cause instanceof TestAbortedException) {
                return false;
            }
        }
        return true;
    }
}
