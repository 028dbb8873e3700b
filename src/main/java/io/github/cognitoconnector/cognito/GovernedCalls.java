package io.github.cognitoconnector.cognito;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.quota.Governor;
import io.github.cognitoconnector.quota.PoolAccounts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolResponse;

/**
 * Has every attempt of a call wait for its slot, the first one before the SDK's timer for the call starts, and tells the
 * governor what Cognito makes of it. A call and its attempts are of one thread.
 */
final class GovernedCalls implements ExecutionInterceptor {

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private static final int ACCOUNT = 4;

    private final Governor governor;
    private final PoolAccounts accounts;
    private final Duration deadline;

    /** @param deadline time for a call with all its attempts; a first attempt waits as long for its slot at the most */
    GovernedCalls(Governor governor, PoolAccounts accounts, Duration deadline) {
        this.governor = governor;
        this.accounts = accounts;
        this.deadline = deadline;
    }

    /** The call that this thread makes. */
    private static final class Call {
        private final App app;
        private boolean attempted;
        private long begun;

        Call(App app) {
            this.app = app;
        }
    }

    /** Makes calls that count as the app's. */
    static <T> T of(App app, Supplier<T> calls) {
        CURRENT.set(new Call(app));
        try {
            return calls.get();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Call call = current();
        governor.take(call.app, operation(attributes), deadline);
        call.attempted = false;
        call.begun = System.nanoTime();
    }

    /** What waits longer than half of the call's time would hardly be answered in the rest. */
    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Call call = current();
        if (call.attempted) {
            Duration patience = deadline.dividedBy(2).minusNanos(System.nanoTime() - call.begun);
            governor.takeAgain(call.app, operation(attributes), patience.isNegative() ? Duration.ZERO : patience);
        }
        call.attempted = true;
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        if (context.httpResponse().isSuccessful() || context.responseBody().isEmpty()) {
            return context.responseBody();
        }
        Optional<String> type = context.httpResponse().firstMatchingHeader(ErrorBody.HEADER);
        if (type.filter(ErrorBody::isThrottling).isPresent()) {
            governor.throttled(current().app, operation(attributes));
        }
        try {
            ErrorBody error = ErrorBody.read(context.responseBody().get());
            if (type.isEmpty() && error.isThrottling()) {
                governor.throttled(current().app, operation(attributes));
            }
            return Optional.of(error.whole());
        } catch (IOException e) {
            throw RetryableException.create("The answer breaks off", e); // as the SDK has it of other answers
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof DescribeUserPoolResponse described) {
            accounts.learn(
                    described.userPool().id(), account(described.userPool().arn()));
        }
    }

    /** The account in {@code arn:aws:cognito-idp:<region>:<account>:userpool/<pool>}; empty if there is none. */
    private static String account(@Nullable String arn) {
        List<String> parts = arn == null ? List.of() : List.of(arn.split(":", -1));
        return parts.size() > ACCOUNT ? parts.get(ACCOUNT) : "";
    }

    private static Call current() {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("Cognito is called past CognitoCalls");
        }
        return call;
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
