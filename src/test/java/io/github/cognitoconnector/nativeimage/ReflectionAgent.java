package io.github.cognitoconnector.nativeimage;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher.Junction;

/** Lets the methods of the JDK by which programs look at themselves tell {@link Uses} of it. */
public final class ReflectionAgent {

    private AgentBuilder agent;

    private ReflectionAgent(AgentBuilder agent) {
        this.agent = agent;
    }

    /** @param file where the uses are written when the process ends */
    public static void premain(String file, Instrumentation instrumentation) {
        Uses.writeTo(Path.of(file));
        ReflectionAgent agent = new ReflectionAgent(new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(none()));
        agent.members();
        agent.resources();
        agent.others();
        agent.agent.installOn(instrumentation);
    }

    private void members() {
        tell("java.lang.Class", named("forName"), ReflectionAdvice.Found.class);
        tell(
                "java.lang.Class",
                isPublic().and(namedOneOf(
                        "getField",
                        "getDeclaredField",
                        "getMethod",
                        "getDeclaredMethod",
                        "getConstructor",
                        "getDeclaredConstructor")),
                ReflectionAdvice.Found.class);
        tell(
                "java.lang.Class",
                isPublic().and(namedOneOf(
                        "getFields",
                        "getDeclaredFields",
                        "getMethods",
                        "getDeclaredMethods",
                        "getConstructors",
                        "getDeclaredConstructors")),
                ReflectionAdvice.Listed.class);
        tell("java.lang.reflect.Method", named("invoke"), ReflectionAdvice.Called.class);
        tell("java.lang.reflect.Constructor", named("newInstance"), ReflectionAdvice.Called.class);
        tell("java.lang.reflect.Field", namedOneOf("get", "set"), ReflectionAdvice.Called.class);
        tell(
                "java.lang.invoke.MethodHandles$Lookup",
                isPublic().and(namedOneOf("unreflect", "unreflectConstructor", "unreflectGetter", "unreflectSetter")),
                ReflectionAdvice.Argument.class);
        tell(
                "java.lang.invoke.MethodHandles$Lookup",
                isPublic().and(namedOneOf("findVirtual", "findStatic", "findGetter", "findSetter")),
                ReflectionAdvice.Member.class);
    }

    private void resources() {
        Junction<MethodDescription> byName = namedOneOf("getResource", "getResourceAsStream", "getResources")
                .and(takesArgument(0, String.class));
        tell("java.lang.Class", byName, ReflectionAdvice.Resource.class);
        tell("java.lang.ClassLoader", byName, ReflectionAdvice.Resource.class);
        tell("io.quarkus.bootstrap.runner.RunnerClassLoader", byName, ReflectionAdvice.Resource.class);
        tell("java.util.ResourceBundle", named("getBundle").and(takesArgument(0, String.class)), ReflectionAdvice.Argument.class);
    }

    private void others() {
        tell("java.util.ServiceLoader", named("load").and(takesArgument(0, Class.class)), ReflectionAdvice.Argument.class);
        tell("java.util.ServiceLoader", named("load").and(takesArgument(1, Class.class)), ReflectionAdvice.SecondArgument.class);
        tell("java.lang.reflect.Proxy", isPublic().and(named("newProxyInstance")), ReflectionAdvice.Proxied.class);
        tell("sun.misc.Unsafe", named("allocateInstance"), ReflectionAdvice.Argument.class);
        tell("java.util.Random", isConstructor(), ReflectionAdvice.Made.class);
        tell("java.lang.Thread", named("start"), ReflectionAdvice.Made.class);
    }

    private void tell(String type, Junction<? super MethodDescription> methods, Class<?> advice) {
        agent = agent.type(named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(methods)));
    }
}
