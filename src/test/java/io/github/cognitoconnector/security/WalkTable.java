package io.github.cognitoconnector.security;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was tried on the walk, and what came of it. */
final class WalkTable {

    private final Set<Cell> ran = ConcurrentHashMap.newKeySet();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    private final Map<Cell, Integer> statuses = new ConcurrentHashMap<>();

    /** One question: an operation, asked by a caller, with something foreign at a place. */
    record Cell(String operation, String caller, String place) {}

    void ran(Cell cell) {
        ran.add(cell);
    }

    void answered(Cell cell, int status) {
        statuses.put(cell, status);
    }

    void leak(Cell cell, String what) {
        leaks.add(cell + " " + what);
    }

    List<String> leaks() {
        return List.copyOf(leaks);
    }

    int cells() {
        return ran.size();
    }

    Set<String> operationsOf(String caller) {
        return ran.stream()
                .filter(cell -> cell.caller.equals(caller))
                .map(Cell::operation)
                .collect(Collectors.toSet());
    }

    /** Operations that succeeded for somebody at a place. */
    Set<String> succeeded(Place place) {
        return statuses.entrySet().stream()
                .filter(cell -> cell.getKey().place.equals(place.name()) && cell.getValue() < 300)
                .map(cell -> cell.getKey().operation)
                .collect(Collectors.toSet());
    }

    /** By operation and caller, what was answered last with something foreign at the place. */
    Map<String, Integer> statuses(Place place) {
        return statuses.entrySet().stream()
                .filter(cell -> cell.getKey().place.equals(place.name()))
                .collect(Collectors.toMap(
                        cell -> cell.getKey().operation + " " + cell.getKey().caller,
                        Map.Entry::getValue,
                        (a, b) -> b,
                        TreeMap::new));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                "%nOperations %d, callers %d, places %d, cells %d, leaks %d%n",
                distinct(Cell::operation).size(),
                distinct(Cell::caller).size(),
                distinct(Cell::place).size(),
                ran.size(),
                leaks.size()));
        for (String caller : distinct(Cell::caller)) {
            text.append(String.format("%-45s %s%n", caller, answers(caller)));
        }
        return text.toString();
    }

    /** How often the caller got each status. */
    private Map<Integer, Long> answers(String caller) {
        return statuses.entrySet().stream()
                .filter(cell -> cell.getKey().caller.equals(caller))
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.counting()));
    }

    private Set<String> distinct(Function<Cell, String> of) {
        return ran.stream().map(of).collect(Collectors.toCollection(TreeSet::new));
    }
}
