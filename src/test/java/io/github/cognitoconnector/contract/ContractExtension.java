package io.github.cognitoconnector.contract;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs every case, also those whose witness is known to deviate, and demands that exactly those fail: a listed case that
 * passes has to leave the list.
 */
final class ContractExtension implements InvocationInterceptor, AfterAllCallback {

    private final Deviations deviations = Deviations.of(Witness.current().name());
    private final Judge judge = new Judge(deviations, !Witness.current().createsPools());

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
        Witness.current().revive();
        Throwable failure = failure(invocation);
        Tally.Outcome outcome = judge.outcome(name, failure);
        tally.count(name, outcome, failure);
        if (outcome == Tally.Outcome.WRONG || outcome == Tally.Outcome.ABORTED) {
            throw failure == null ? judge.passed(name) : failure;
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
