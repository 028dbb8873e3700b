package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one file mean.
 *
 * @param targets our names in the order of the file, empty for a column to be passed over
 */
record CsvColumns(List<String> targets) {

    CsvColumns {
        targets = List.copyOf(targets);
    }

    /** @throws ProblemException {@code INVALID_REQUEST} where a column has no meaning, or two have the same */
    static CsvColumns of(CsvRow header, ColumnMapping mapping) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> meanings = new HashMap<>();
        List<String> targets = new ArrayList<>();
        for (String name : header.cells()) {
            int field = targets.size() + 1;
            String target = mapping.target(name);
            check(header.line(), field, name, target);
            checkNew(header.line(), field, "name", names.put(name, field));
            checkNew(header.line(), field, "meaning", target.isEmpty() ? null : meanings.put(target, field));
            targets.add(target);
        }
        mapping.checkAllIn(header.cells());
        return new CsvColumns(targets);
    }

    UploadedRow user(int number, CsvRow row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            String cell = row.cells().get(i);
            if (!cell.isEmpty() && !targets.get(i).isEmpty()) {
                values.put(targets.get(i), cell);
            }
        }
        return CsvUser.of(number, values);
    }

    private static void check(int line, int field, String name, String target) {
        if (name.isEmpty()) {
            throw MalformedUpload.atField(line, field, "This column has no name.");
        }
        if (!target.isEmpty() && !Column.isPossible(target)) {
            throw MalformedUpload.atField(
                    line,
                    field,
                    "No attribute has such a name; those have no spaces and at most 32 characters. Rename the column, or"
                            + " map it with the parameter columns.");
        }
    }

    private static void checkNew(int line, int field, String what, @Nullable Integer before) {
        if (before != null) {
            throw MalformedUpload.atField(
                    line,
                    field,
                    "This column has the " + what + " of field " + before
                            + ". Leave one of them out, or pass it over with" + " the parameter columns.");
        }
    }
}
