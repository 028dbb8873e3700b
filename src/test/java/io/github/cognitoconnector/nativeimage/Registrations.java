package io.github.cognitoconnector.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What an image is told of: classes with members, resources, proxies. Quarkus, libraries and this project tell it. */
final class Registrations {

    private static final String FOLDER = "META-INF/native-image/";
    private static final String SERVICES = "META-INF/services/";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, RegisteredType> types = new HashMap<>();
    private final List<Pattern> resources = new ArrayList<>();
    private final Set<String> proxies = new HashSet<>();
    private final Map<String, Set<String>> providers = new HashMap<>();

    static Registrations of(NativeSources sources) throws IOException {
        Registrations all = new Registrations();
        sources.each(
                name -> name.startsWith(SERVICES) || (name.startsWith(FOLDER) && name.endsWith("-config.json")),
                all::read);
        return all;
    }

    private void read(String name, byte[] bytes) {
        if (name.startsWith(SERVICES)) {
            providers(name.substring(SERVICES.length()), NativeSources.text(bytes));
        } else if (name.endsWith("/reflect-config.json")) {
            parse(bytes).forEach(this::type);
        } else if (name.endsWith("/resource-config.json")) {
            parse(bytes).findValues("pattern").forEach(pattern -> resources.add(Pattern.compile(pattern.textValue())));
        } else if (name.endsWith("/proxy-config.json")) {
            parse(bytes).forEach(this::proxy);
        }
    }

    private void type(JsonNode entry) {
        types.computeIfAbsent(entry.path("name").textValue(), name -> new RegisteredType())
                .add(entry);
    }

    private void proxy(JsonNode entry) {
        JsonNode interfaces = entry.isArray() ? entry : entry.path("interfaces");
        proxies.add(String.join(
                ",",
                StreamSupport.stream(interfaces.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList()));
    }

    private void providers(String service, String text) {
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(provider -> providers
                        .computeIfAbsent(service, any -> new HashSet<>())
                        .add(provider));
    }

    /** Whether an image would do what was done. */
    boolean allow(Use use) {
        return switch (use.how()) {
            case "getResource", "getResourceAsStream", "getResources" -> isResource(use.what());
            case "getBundle" -> isResource(use.what().replace('.', '/') + ".properties");
            case "proxy" -> proxies.contains(use.what());
            case "load" -> isService(use.what());
            default -> types.containsKey(use.type()) && types.get(use.type()).allows(use);
        };
    }

    boolean isResource(String name) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** Without a provider there is none in the image either. */
    private boolean isService(String service) {
        Set<String> all = providers.getOrDefault(service, Set.of());
        return all.isEmpty()
                || (isResource(SERVICES + service) && types.keySet().containsAll(all));
    }

    private JsonNode parse(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
