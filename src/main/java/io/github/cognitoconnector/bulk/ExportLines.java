package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cognitoconnector.problem.Problem;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.rest.CsvCells;
import io.github.cognitoconnector.user.User;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users as lines of an export; lines about the export itself are JSON in either format. */
final class ExportLines {

    private static final int BUFFER = 16 * 1024;

    private static final List<String> COLUMNS =
            List.of("username", "sub", "status", "enabled", "createdAt", "updatedAt");

    private final ObjectMapper json;
    private final OutputStream output;
    private final ExportPlan plan;
    private final List<String> attributes;

    private ExportLines(ObjectMapper json, OutputStream output, ExportPlan plan, List<String> attributes) {
        this.json = json;
        this.output = output;
        this.plan = plan;
        this.attributes = attributes;
    }

    /** @param attributes which columns there are of, in CSV */
    static ExportLines of(ObjectMapper json, OutputStream output, ExportPlan plan, List<String> attributes) {
        List<String> named =
                attributes.stream().filter(name -> !name.equals("sub")).toList();
        return new ExportLines(json, new BufferedOutputStream(output, BUFFER), plan, named);
    }

    void header() throws IOException {
        if (plan.csv()) {
            List<String> names = new ArrayList<>(COLUMNS);
            names.addAll(attributes);
            if (plan.groups()) {
                names.add("groups");
            }
            write(CsvCells.line(names));
        }
    }

    void user(ExportedUser user) throws IOException {
        if (plan.csv()) {
            write(CsvCells.line(cells(user)));
        } else {
            line(user);
        }
    }

    void cursor(long count, String cursor) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cursor", cursor);
        line.put("count", count);
        line(line);
        output.flush();
    }

    /** Nothing is missing. */
    void end(long count) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("end", true);
        line.put("count", count);
        line(line);
        output.flush();
    }

    /** The rest is missing. */
    void broken(long count, String cursor, ProblemException why) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("end", false);
        line.put("count", count);
        line.put("cursor", cursor);
        line.put("problem", Problem.partOfAnswer(why));
        line(line);
        output.flush();
    }

    private List<String> cells(ExportedUser exported) {
        User user = exported.user();
        List<String> cells = new ArrayList<>(List.of(
                user.username(),
                user.sub() == null ? "" : user.sub(),
                user.status(),
                String.valueOf(user.enabled()),
                user.createdAt().toString(),
                user.updatedAt().toString()));
        attributes.forEach(name -> cells.add(user.attributes().getOrDefault(name, "")));
        if (exported.groups() != null) {
            cells.add(String.join(" ", exported.groups()));
        }
        return cells;
    }

    private void line(Object value) throws IOException {
        output.write(json.writeValueAsBytes(value));
        output.write('\n');
    }

    private void write(String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
