package io.github.cognitoconnector.cognito;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Notes whether a call has had an attempt that may have done its work without an answer. The SDK tells how many attempts there
 * were, but not whether the earlier ones were throttled, which has no effect, or lost. A call and its attempts are of one
 * thread.
 */
final class LostAnswers implements ExecutionInterceptor {

    private static final ThreadLocal<LostAnswers.Call> CURRENT = ThreadLocal.withInitial(Call::new);

    /** What is known of the call that this thread makes. */
    private static final class Call {
        private boolean unanswered;
        private boolean lost;
    }

    /** A call begins. */
    static void begin() {
        CURRENT.set(new Call());
    }

    /** Whether an attempt before the last one may have had its effect. */
    static boolean any() {
        return CURRENT.get().lost;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Call call = CURRENT.get();
        call.lost |= call.unanswered;
        call.unanswered = true;
    }

    /** An answer of any other kind that is followed by another attempt could not be read, or was none of Cognito's own. */
    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        int status = context.httpResponse().statusCode();
        CURRENT.get().unanswered = status < 400 || status >= 500;
    }
}
