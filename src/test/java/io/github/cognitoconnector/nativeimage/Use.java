package io.github.cognitoconnector.nativeimage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that was used by reflection.
 *
 * @param how the method of the JDK that it was done with
 * @param what a class, a member as {@code class#member}, a resource, interfaces of a proxy
 * @param user who did it, as {@code class#method}
 * @param initialised the classes in whose initialisation it was done
 * @param callers what led to it, the nearest first, as {@code class#method}
 */
record Use(String how, String what, String user, List<String> initialised, List<String> callers) {

    static Use parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Use(parts[0], parts[1], parts[2], split(parts[3], ","), split(parts[4], " "));
    }

    private static List<String> split(String all, String separator) {
        return all.isEmpty() ? List.of() : Arrays.asList(all.split(separator, -1));
    }

    /** The class, of a member too. */
    String type() {
        return what.contains("#") ? what.substring(0, what.indexOf('#')) : what;
    }

    /** With its parameters if it is a method; empty if this is about no member. */
    String member() {
        return what.contains("#") ? what.substring(what.indexOf('#') + 1) : "";
    }

    String memberName() {
        String member = member();
        return member.contains("(") ? member.substring(0, member.indexOf('(')) : member;
    }

    Stream<String> stack() {
        return Stream.concat(Stream.of(user), callers.stream());
    }

    @Override
    public String toString() {
        return user + " " + how + " " + what;
    }
}
