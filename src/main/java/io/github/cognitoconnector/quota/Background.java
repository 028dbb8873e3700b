package io.github.cognitoconnector.quota;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks calls as a job's: they take what callers leave of Cognito's quotas, and wait for it as long as that takes. It holds
 * for the current thread, not for threads that this one starts.
 */
public final class Background {

    private static final ThreadLocal<@Nullable Runnable> CHECK = new ThreadLocal<>();

    private static final ThreadLocal<Boolean> PRESSING = ThreadLocal.withInitial(() -> false);

    private Background() {}

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Marks the calls of work that nobody can take over. */
    public static <T> T call(Supplier<T> work) {
        return call(() -> {}, work);
    }

    /**
     * Marks the calls of work that somebody may have taken over.
     *
     * @param check is asked before each attempt of a call, when its turn has come, and throws if it is not to be made
     */
    public static <T> T call(Runnable check, Supplier<T> work) {
        Runnable before = CHECK.get();
        CHECK.set(check);
        try {
            return work.get();
        } finally {
            CHECK.set(before);
        }
    }

    /** Has the calls of work go like a caller's although it is a job's: others wait for it. */
    public static <T> T pressing(Supplier<T> work) {
        boolean before = PRESSING.get();
        PRESSING.set(true);
        try {
            return work.get();
        } finally {
            PRESSING.set(before);
        }
    }

    /** Whether what the current thread does is a job's. */
    public static boolean isOn() {
        return CHECK.get() != null;
    }

    static void check() {
        Runnable check = CHECK.get();
        if (check != null) {
            check.run();
        }
    }

    static Urgency urgency() {
        return isOn() && !PRESSING.get() ? Urgency.BACKGROUND : Urgency.INTERACTIVE;
    }
}
