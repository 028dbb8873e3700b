package io.github.cognitoconnector.contract;

import java.lang.reflect.Method;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs every case, also those whose witness is known to deviate, and demands that exactly those fail: a listed case that
 * passes has to leave the list.
 */
final class ContractExtension implements InvocationInterceptor, AfterAllCallback {

    private final Deviations deviations = Deviations.of(Witness.current().name());

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        judge(invocation, CaseName.of(called.getExecutable(), Optional.empty()), tally(context));
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        Optional<String> name = Optional.of(context.getDisplayName());
        judge(invocation, CaseName.of(called.getExecutable(), name), tally(context));
    }

    private void judge(Invocation<Void> invocation, CaseName name, Tally tally) throws Throwable {
        Throwable failure = failure(invocation);
        boolean listed = deviations.cover(name);
        if (failure instanceof TestAbortedException && !Witness.current().createsPools()) {
            tally.count(name, Tally.Outcome.ABORTED);
            throw failure;
        }
        if (failure == null && !listed) {
            tally.count(name, Tally.Outcome.AS_THE_CONTRACT_SAYS);
        } else if (failure != null && listed && isAnswer(failure)) {
            tally.count(name, Tally.Outcome.LISTED_DEVIATION);
        } else {
            tally.count(name, Tally.Outcome.WRONG);
            throw failure == null ? passed(name) : failure;
        }
    }

    private static @Nullable Throwable failure(Invocation<Void> invocation) {
        try {
            invocation.proceed();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private AssertionError passed(CaseName name) {
        return new AssertionError(name + " no longer deviates, take it off " + deviations.file());
    }

    /** A witness that is gone deviates from nothing, and an aborted case has not asked it. */
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

    /** Of a parameterised case that has run, each listed invocation must have been there. */
    @Override
    public void afterAll(ExtensionContext context) {
        String className = context.getRequiredTestClass().getSimpleName();
        var seen = tally(context).seen();
        List<Deviations.Entry> missing = deviations.entries().stream()
                .filter(entry -> entry.className().equals(className))
                .filter(entry -> seen.stream().anyMatch(name -> isOf(entry, name)))
                .filter(entry -> seen.stream().noneMatch(entry::covers))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("In " + deviations.file() + ", but no such case: " + missing);
        }
    }

    private static boolean isOf(Deviations.Entry entry, CaseName name) {
        return name.className().equals(entry.className()) && name.method().equals(entry.method());
    }

    /** One for the whole run, closed by JUnit after the last test of it. */
    private static Tally tally(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(ContractExtension.class))
                .getOrComputeIfAbsent(Tally.class, key -> new Tally(Witness.current()), Tally.class);
    }
}
