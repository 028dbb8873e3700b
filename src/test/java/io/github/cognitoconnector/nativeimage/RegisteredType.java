package io.github.cognitoconnector.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A class of which an image keeps what is needed for reflection. */
final class RegisteredType {

    private static final String CONSTRUCTOR = "<init>";

    private final Set<String> flags = new HashSet<>();
    private final Set<String> members = new HashSet<>();

    void add(JsonNode entry) {
        entry.properties().stream().filter(p -> p.getValue().asBoolean()).forEach(p -> flags.add(p.getKey()));
        entry.path("fields").forEach(field -> members.add(field.path("name").textValue()));
        entry.path("methods").forEach(method -> members.add(name(method)));
        entry.path("queriedMethods").forEach(method -> members.add(name(method)));
    }

    private static String name(JsonNode method) {
        return method.path("name").textValue()
                + StreamSupport.stream(method.path("parameterTypes").spliterator(), false)
                        .map(JsonNode::textValue)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    /** A class that is registered answers questions for all of its members of a kind with those that it is registered with. */
    boolean allows(Use use) {
        String member = use.member();
        if (member.isEmpty()) {
            return true;
        }
        if (use.memberName().equals(use.type())) {
            return has("Constructors") || members.contains(CONSTRUCTOR + member.substring(member.indexOf('(')));
        }
        return members.contains(member)
                || has(member.contains("(") ? "Methods" : "Fields")
                || (use.how().startsWith("find") && has("Methods"));
    }

    private boolean has(String kind) {
        return flags.contains("allDeclared" + kind) || flags.contains("allPublic" + kind);
    }
}
