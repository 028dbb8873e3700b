package io.github.cognitoconnector.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands in a log for an exception whose message would break its line: its message begins with its name; the stack and the causes are the same. */
final class HarmlessThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    private HarmlessThrowable(Throwable original, @Nullable Throwable cause) {
        super(OneLine.of(String.valueOf(original)), cause);
        setStackTrace(original.getStackTrace());
    }

    /** The exception itself, unless it or one that it comes from needs to be spelled out. */
    static Throwable of(Throwable thrown) {
        return isHarmless(thrown, newSet()) ? thrown : copy(thrown, newSet());
    }

    private static boolean isHarmless(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        String text = String.valueOf(thrown);
        if (!OneLine.of(text).equals(text) || !isHarmless(thrown.getCause(), seen)) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!isHarmless(suppressed, seen)) {
                return false;
            }
        }
        return true;
    }

    private static HarmlessThrowable copy(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        Throwable cause = thrown.getCause();
        HarmlessThrowable copy =
                new HarmlessThrowable(thrown, cause == null || seen.contains(cause) ? null : copy(cause, seen));
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(copy(suppressed, seen));
            }
        }
        return copy;
    }

    private static Set<Throwable> newSet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
