package io.github.cognitoconnector.nativeimage;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
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
        tell(Class.class, named("forName"), ReflectionAdvice.Found.class);
        tell(
                Class.class,
                isPublic()
                        .and(namedOneOf(
                                "getField",
                                "getDeclaredField",
                                "getMethod",
                                "getDeclaredMethod",
                                "getConstructor",
                                "getDeclaredConstructor")),
                ReflectionAdvice.Found.class);
        tell(
                Class.class,
                isPublic()
                        .and(namedOneOf(
                                "getFields",
                                "getDeclaredFields",
                                "getMethods",
                                "getDeclaredMethods",
                                "getConstructors",
                                "getDeclaredConstructors")),
                ReflectionAdvice.Listed.class);
        tell(Method.class, named("invoke"), ReflectionAdvice.Called.class);
        tell(Constructor.class, named("newInstance"), ReflectionAdvice.Called.class);
        tell(Field.class, namedOneOf("get", "set"), ReflectionAdvice.Called.class);
        tell(
                MethodHandles.Lookup.class,
                isPublic().and(namedOneOf("unreflect", "unreflectConstructor", "unreflectGetter", "unreflectSetter")),
                ReflectionAdvice.Argument.class);
        tell(
                MethodHandles.Lookup.class,
                isPublic().and(namedOneOf("findVirtual", "findStatic", "findGetter", "findSetter")),
                ReflectionAdvice.Member.class);
    }

    private void resources() {
        Junction<MethodDescription> byName =
                namedOneOf("getResource", "getResourceAsStream", "getResources").and(takesArgument(0, String.class));
        tell(Class.class, byName, ReflectionAdvice.Resource.class);
        tell(ClassLoader.class, byName, ReflectionAdvice.Resource.class);
        tell("io.quarkus.bootstrap.runner.RunnerClassLoader", byName, ReflectionAdvice.Resource.class);
        tell(
                ResourceBundle.class,
                named("getBundle").and(takesArgument(0, String.class)),
                ReflectionAdvice.Argument.class);
    }

    private void others() {
        tell(ServiceLoader.class, named("load").and(takesArgument(0, Class.class)), ReflectionAdvice.Argument.class);
        tell(
                ServiceLoader.class,
                named("load").and(takesArgument(1, Class.class)),
                ReflectionAdvice.SecondArgument.class);
        tell(Proxy.class, isPublic().and(named("newProxyInstance")), ReflectionAdvice.Proxied.class);
        tell("sun.misc.Unsafe", named("allocateInstance"), ReflectionAdvice.Argument.class);
        tell(Random.class, isConstructor(), ReflectionAdvice.Made.class);
        tell(Thread.class, named("start"), ReflectionAdvice.Made.class);
    }

    /** A class that is there by now: others are not seen when they come amid the installation. */
    private void tell(Class<?> type, Junction<? super MethodDescription> methods, Class<?> advice) {
        tell(type.getName(), methods, advice);
    }

    private void tell(String type, Junction<? super MethodDescription> methods, Class<?> advice) {
        agent = agent.type(named(type))
                .transform((builder, description, loader, module, domain) ->
                        builder.visit(Advice.to(advice).on(methods)));
    }
}
