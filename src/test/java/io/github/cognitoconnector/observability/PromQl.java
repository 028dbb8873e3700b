package io.github.cognitoconnector.observability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a query asks for. Whether it is well-formed is for Prometheus to say; this tells what it is about.
 *
 * @param metrics each with the labels that it is selected by
 * @param grouping the labels that remain
 */
public record PromQl(Map<String, Set<String>> metrics, Set<String> grouping) {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|\\[[^]]*]|\\$\\w+|[A-Za-z_:][A-Za-z0-9_:]*|[0-9.]+[a-z]*|[=!<>~]+|\\S");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*");
    private static final Set<String> BEFORE_LABELS = Set.of("by", "on", "ignoring", "without");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    public static PromQl of(String query) {
        return new Reader(TOKEN.matcher(query).results().map(MatchResult::group).toList()).read();
    }

    private static final class Reader {

        private final List<String> tokens;
        private final Map<String, Set<String>> metrics = new TreeMap<>();
        private final Set<String> grouping = new TreeSet<>();
        private int at;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        PromQl read() {
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                if (BEFORE_LABELS.contains(token)) {
                    grouping.addAll(names(")"));
                } else if (NAME.matcher(token).matches() && !OPERATORS.contains(token) && !isFunction()) {
                    Set<String> labels = metrics.computeIfAbsent(token, metric -> new TreeSet<>());
                    if (next().equals("{")) {
                        labels.addAll(names("}"));
                    }
                }
            }
            return new PromQl(metrics, grouping);
        }

        private boolean isFunction() {
            return next().equals("(") || BEFORE_LABELS.contains(next());
        }

        private String next() {
            return at < tokens.size() ? tokens.get(at) : "";
        }

        /** Up to the end of the list; values are strings, so all names are labels. */
        private Set<String> names(String end) {
            Set<String> names = new TreeSet<>();
            while (at < tokens.size() && !tokens.get(at).equals(end)) {
                if (NAME.matcher(tokens.get(at)).matches()) {
                    names.add(tokens.get(at));
                }
                at++;
            }
            return names;
        }
    }
}
