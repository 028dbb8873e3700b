package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the table and the columns that they are made of. */
final class AuditRows {

    static final String COLUMNS =
            "chain, seq, format, at, caller_kind, client_id, subject, operation, target, part, user_sub,"
                    + " outcome, status, problem, trace_id, changed, new_values, previous_hash, hash";

    private AuditRows() {}

    /** In the order of {@link #COLUMNS}. */
    static List<@Nullable Object> columns(AuditRow row) {
        AuditEntry entry = row.entry();
        List<Change> changes = entry.changes();
        return Arrays.asList(
                row.chain(),
                row.seq(),
                row.format(),
                row.at(),
                entry.caller().kind(),
                entry.caller().clientId(),
                entry.caller().sub(),
                entry.operation(),
                entry.target().thing(),
                entry.target().part(),
                entry.target().userSub(),
                entry.outcome().name(),
                entry.status(),
                entry.problem(),
                entry.traceId(),
                changes.stream().map(Change::name).toArray(String[]::new),
                changes.stream().map(Change::value).toArray(String[]::new),
                row.previousHash(),
                row.hash());
    }

    static AuditRow read(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getString("chain"),
                row.getLong("seq"),
                row.getInt("format"),
                Sql.time(row, "at"),
                entry(row),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                caller(row),
                row.getString("operation"),
                new Target(row.getString("target"), row.getString("part"), row.getString("user_sub")),
                Outcome.valueOf(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getString("problem"),
                row.getString("trace_id"),
                changes(Sql.texts(row, "changed"), Sql.texts(row, "new_values")));
    }

    static AuditedCaller caller(ResultSet row) throws SQLException {
        return new AuditedCaller(row.getString("caller_kind"), row.getString("client_id"), row.getString("subject"));
    }

    /** Somebody who edits a row may leave names without values. */
    private static List<Change> changes(@Nullable String[] names, @Nullable String[] values) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Math.max(names.length, values.length); i++) {
            String name = i < names.length ? names[i] : null;
            changes.add(new Change(String.valueOf(name), i < values.length ? values[i] : null));
        }
        return changes;
    }
}
