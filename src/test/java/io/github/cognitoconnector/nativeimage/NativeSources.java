package io.github.cognitoconnector.nativeimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the image is made from: a jar of the application, jars of its libraries, and arguments. */
public final class NativeSources {

    private final Path folder;

    public NativeSources(Path folder) {
        this.folder = folder;
    }

    public List<String> arguments() throws IOException {
        return List.of(Files.readString(folder.resolve("native-image.args")).split(" ", -1));
    }

    Path application() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(application()));
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            libraries.sorted().forEach(jars::add);
        }
        return jars;
    }

    /** The names of all that is in the jars. */
    public List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        each(
                name -> {
                    names.add(name);
                    return false;
                },
                (name, bytes) -> {});
        return names;
    }

    /** Whether an image has the resource of a name. */
    public Predicate<String> resources() throws IOException {
        return Registrations.of(this)::isResource;
    }

    /** Entries of all jars with names that are asked for. */
    void each(Predicate<String> names, BiConsumer<String, byte[]> reader) throws IOException {
        for (Path jar : jars()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .filter(entry -> !entry.isDirectory() && names.test(entry.getName()))
                        .forEach(entry -> reader.accept(entry.getName(), bytes(zip, entry)));
            }
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) {
        try {
            return zip.getInputStream(entry).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
