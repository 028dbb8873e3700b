package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** What the classes themselves say: constants of methods, methods that an image has other ones for. */
final class Bytecode {

    private static final Pattern AT_RUN_TIME = Pattern.compile("--initialize-at-run-time=(\\S+)");

    private final Map<String, Set<String>> constants = new HashMap<>();
    private final Set<String> substituted = new HashSet<>();
    private final Set<String> lateProperties = new HashSet<>();

    static Bytecode of(NativeSources sources) throws IOException {
        Bytecode all = new Bytecode();
        sources.each(
                name -> name.endsWith(".class") && !name.startsWith("META-INF/"),
                (name, bytes) -> new ClassReader(bytes)
                        .accept(all.new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES));
        sources.each(
                name -> name.startsWith("META-INF/native-image/") && name.endsWith(".properties"),
                (name, bytes) -> all.properties(NativeSources.text(bytes).replaceAll("\\\\\\R\\s*", "")));
        return all;
    }

    private void properties(String text) {
        Matcher matcher = AT_RUN_TIME.matcher(text);
        while (matcher.find()) {
            lateProperties.addAll(Set.of(matcher.group(1).split(",", -1)));
        }
    }

    /** Whether the method has both the class and the member in it: whoever makes an image finds them there. */
    boolean names(Use use) {
        Set<String> all = constants.getOrDefault(use.user(), Set.of());
        return all.contains(use.type()) && (use.member().isEmpty() || all.contains(use.memberName()));
    }

    /** Whether an image has another method in place of the one given as {@code class#method}. */
    boolean isSubstituted(String method) {
        return substituted.contains(method);
    }

    /** Whether a class is initialised when the image starts; all others are when it is made. */
    boolean isInitialisedLate(String type) {
        return lateProperties.stream().anyMatch(name -> type.equals(name) || type.startsWith(name + "."))
                || constants
                        .getOrDefault("io.quarkus.runner.Feature#runtimeInitializedClasses", Set.of())
                        .contains(type)
                || constants
                        .getOrDefault("io.quarkus.runner.Feature#runtimeReinitializedClasses", Set.of())
                        .contains(type);
    }

    private final class Reader extends ClassVisitor {

        private String name = "";
        private @Nullable String target;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String internal, String signature, String parent, String[] interfaces) {
            name = internal.replace('/', '.');
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.endsWith("/TargetClass;") ? new Target() : null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new Body(method);
        }

        private final class Target extends AnnotationVisitor {

            Target() {
                super(Opcodes.ASM9);
            }

            @Override
            public void visit(@Nullable String key, Object value) {
                if (target == null) {
                    target = value instanceof Type type ? type.getClassName() : value.toString();
                } else if ("innerClass".equals(key) || key == null) {
                    target += "$" + value;
                }
            }

            @Override
            public @Nullable AnnotationVisitor visitArray(String key) {
                return key.equals("innerClass") ? this : null;
            }
        }

        private final class Body extends MethodVisitor {

            private final String method;

            Body(String method) {
                super(Opcodes.ASM9);
                this.method = method;
            }

            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                if (target != null && (descriptor.endsWith("/Substitute;") || descriptor.endsWith("/Delete;"))) {
                    substituted.add(target + "#" + method);
                }
                return null;
            }

            @Override
            public void visitLdcInsn(Object value) {
                if (value instanceof String || value instanceof Type) {
                    constants
                            .computeIfAbsent(name + "#" + method, key -> new HashSet<>())
                            .add(value instanceof Type type ? type.getClassName() : value.toString());
                }
            }
        }
    }
}
