package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what is used by reflection, by whom, and in the initialisation of which classes. It is called by methods of the
 * JDK itself, from the class path of the bootstrap loader, and knows nothing but the JDK.
 */
public final class Uses {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Boolean> BUSY = new ThreadLocal<>();

    /** Frames that are taken down of what led to a use. */
    private static final int DEPTH = 24;

    private static final String LOADER = "io.quarkus.bootstrap.runner.RunnerClassLoader";

    /** Whose frames lie between the use and its user. */
    private static final Set<String> BETWEEN = Set.of(
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.reflect.Proxy",
            "java.util.ServiceLoader",
            "java.util.ResourceBundle",
            "java.util.Random",
            "java.security.SecureRandom",
            "java.lang.Thread",
            "java.lang.invoke.MethodHandles$Lookup",
            "sun.misc.Unsafe",
            LOADER);

    private Uses() {}

    /** From now on; what was seen is written when the process ends. */
    public static void writeTo(Path file) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Files.write(file, SEEN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** A class, a member or the like; null if there was none. */
    public static void found(String how, @Nullable Object what) {
        if (what != null) {
            note(how, null, what);
        }
    }

    /** A member that is looked up by its name. */
    public static void member(String how, Object type, Object name) {
        note(how, type, name);
    }

    /** Everything of a kind that a class has, if it has any. */
    public static void listed(String how, Object type, Object[] all) {
        if (all.length > 0) {
            note(how, null, type);
        }
    }

    /**
     * @param where the class or the class loader that was asked
     * @param found null or nothing if there is no such resource
     */
    public static void resource(String how, Object where, String name, @Nullable Object found) {
        if (found != null && !(found instanceof Enumeration<?> all && !all.hasMoreElements())) {
            note(how, where, name);
        }
    }

    /** Without lambdas before the guard: what makes them is watched too. */
    private static void note(String how, @Nullable Object where, Object what) {
        if (BUSY.get() != null) {
            return;
        }
        BUSY.set(true);
        try {
            List<StackFrame> frames =
                    STACK.walk(all -> all.filter(frame -> !isBetween(frame)).toList());
            if (!frames.isEmpty() && isOfTheArtifact(frames.getFirst())) {
                SEEN.add(line(how, describe(how, where, what), frames));
            }
        } finally {
            BUSY.remove();
        }
    }

    private static String line(String how, String what, List<StackFrame> frames) {
        StackFrame user = frames.getFirst();
        String initialised = frames.stream()
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(StackFrame::getClassName)
                .collect(Collectors.joining(","));
        String at = method(user);
        String from = frames.stream().skip(1).limit(DEPTH).map(Uses::method).collect(Collectors.joining(" "));
        return String.join("\t", how, what, at, initialised, from);
    }

    private static String method(StackFrame frame) {
        return frame.getClassName() + "#" + frame.getMethodName();
    }

    private static boolean isBetween(StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith(Uses.class.getName()) || name.startsWith("java.lang.reflect.") || BETWEEN.contains(name);
    }

    /** Launcher, JVM and this agent are not there in an image, or are taken care of by whoever makes it. */
    private static boolean isOfTheArtifact(StackFrame frame) {
        ClassLoader loader = frame.getDeclaringClass().getClassLoader();
        return loader != null && loader.getClass().getName().equals(LOADER);
    }

    private static String describe(String how, @Nullable Object where, Object what) {
        return switch (what) {
            case Class<?> type -> type.getTypeName();
            case Object[] types ->
                Arrays.stream(types)
                        .map(type -> ((Class<?>) type).getTypeName())
                        .collect(Collectors.joining(","));
            case Field field -> field.getDeclaringClass().getTypeName() + "#" + field.getName();
            case Executable e ->
                e.getDeclaringClass().getTypeName() + "#" + e.getName() + "("
                        + describe(how, null, e.getParameterTypes()) + ")";
            case String name
            when where instanceof Class<?> type && how.startsWith("find") -> type.getTypeName() + "#" + name;
            case String name when where instanceof Class<?> type -> absolute(type, name);
            default -> what.toString();
        };
    }

    private static String absolute(Class<?> type, String name) {
        return name.startsWith("/") ? name.substring(1) : type.getPackageName().replace('.', '/') + "/" + name;
    }
}
