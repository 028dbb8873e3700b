package io.github.cognitoconnector.audit;

import io.github.cognitoconnector.database.RowScope;
import io.github.cognitoconnector.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chains, a bounded number of rows at a time, each in a transaction of its own. */
@ApplicationScoped
class AuditReader {

    private static final String SELECT = "select " + AuditRows.COLUMNS + " from audit where chain = ?";

    /** The row of the removal is written with it, so no clock has a say in what is whose. */
    private static final String SINCE_REGISTERED = " and seq > coalesce((select max(seq) from audit"
            + " where chain = ? and operation = 'deleteApp' and outcome = 'SUCCEEDED'), 0)";

    private static final String HEAD = """
            select coalesce(head.seq, 0) as seq, coalesce(head.hash, '') as hash,
                coalesce(head.anchor_seq, 0) as anchor_seq, coalesce(head.anchor_hash, '') as anchor_hash,
                coalesce((select max(audit.seq) from audit where audit.chain = asked.chain), 0) as last
            from (select cast(? as text) as chain) asked left join audit_head head on head.chain = asked.chain""";

    private final Sql sql;
    private final RowScope rows;
    private final AuditNames names;

    AuditReader(Sql sql, RowScope rows, AuditNames names) {
        this.sql = sql;
        this.rows = rows;
        this.names = names;
    }

    /**
     * Whose rows are read.
     *
     * @param sinceRegistered whether rows of an earlier app of this id are left out
     */
    record Chain(String name, boolean sinceRegistered) {}

    /** Where a chain ends and begins, and the last row that there really is. */
    record Head(ChainEnd end, ChainEnd anchor, long last) {}

    /** Newest first. */
    @Transactional
    List<AuditRow> before(Chain chain, AuditQuery query, long seq, int limit) {
        return find(chain, query, " and seq < ? order by seq desc", seq, limit);
    }

    /** Oldest first. */
    @Transactional
    List<AuditRow> after(Chain chain, AuditQuery query, long seq, int limit) {
        return find(chain, query, " and seq > ? order by seq", seq, limit);
    }

    @Transactional
    Head head(String chain) {
        rows.app(chain);
        return sql.one(HEAD, List.of(chain), AuditReader::readHead);
    }

    private static Head readHead(ResultSet row) throws SQLException {
        return new Head(
                new ChainEnd(row.getLong("seq"), row.getString("hash")),
                new ChainEnd(row.getLong("anchor_seq"), row.getString("anchor_hash")),
                row.getLong("last"));
    }

    private List<AuditRow> find(Chain chain, AuditQuery query, String order, long seq, int limit) {
        rows.app(chain.name);
        StringBuilder text = new StringBuilder(SELECT);
        List<@Nullable Object> arguments = new ArrayList<>(List.of(chain.name));
        if (chain.sinceRegistered) {
            text.append(SINCE_REGISTERED);
            arguments.add(chain.name);
        }
        select(chain.name, query, text, arguments);
        text.append(order).append(" limit ?");
        arguments.add(seq);
        arguments.add(limit);
        return sql.query(text.toString(), arguments, AuditRows::read);
    }

    private void select(String chain, AuditQuery query, StringBuilder text, List<@Nullable Object> arguments) {
        if (query.caller() != null) {
            text.append(" and (client_id = ? or subject = ?)");
            arguments.addAll(List.of(query.caller(), query.caller()));
        }
        Reference target = query.target();
        if (target != null) {
            String name = names.sought(chain, target);
            text.append(" and (target = ? or part = ? or user_sub = ?)");
            arguments.addAll(List.of(name, name, target.kind().equals("user") ? target.bareName() : ""));
        }
        if (query.operation() != null) {
            text.append(" and operation = ?");
            arguments.add(query.operation());
        }
        if (query.from() != null) {
            text.append(" and at >= ?");
            arguments.add(query.from());
        }
        if (query.to() != null) {
            text.append(" and at < ?");
            arguments.add(query.to());
        }
    }
}
