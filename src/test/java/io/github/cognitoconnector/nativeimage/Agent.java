package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;

/** {@link ReflectionAgent} packed as JVMs want it, and what it has written. */
public final class Agent {

    private final Path jar;
    private final Path uses;

    private Agent(Path jar, Path uses) {
        this.jar = jar;
        this.uses = uses;
    }

    /** Packs it into a folder. */
    public static Agent in(Path folder) throws IOException {
        Path seen = folder.resolve("seen.jar");
        pack(seen, new Manifest(), Uses.class);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Premain-Class", ReflectionAgent.class.getName());
        main.putValue("Can-Retransform-Classes", "true");
        main.putValue("Boot-Class-Path", seen.getFileName().toString());
        main.putValue("Class-Path", location(AgentBuilder.class).toString());
        Path jar = folder.resolve("agent.jar");
        pack(jar, manifest, ReflectionAgent.class, ReflectionAdvice.class);
        return new Agent(jar, folder.resolve("uses.tsv"));
    }

    /** For the command line of a JVM. */
    public String option() {
        return "-javaagent:" + jar + "=" + uses;
    }

    /** Of a process that has ended. */
    public List<String> lines() throws IOException {
        return Files.readAllLines(uses);
    }

    /** With the classes that are nested in them. */
    private static void pack(Path jar, Manifest manifest, Class<?>... types) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            for (Class<?> type : types) {
                add(entries, type);
                for (Class<?> nested : type.getDeclaredClasses()) {
                    add(entries, nested);
                }
            }
        }
    }

    private static void add(JarOutputStream entries, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
            bytes.transferTo(entries);
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
