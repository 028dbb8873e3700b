package io.github.cognitoconnector.problem;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a statement that is wrong. */
public final class DatabaseProblems {

    private static final String NO_CONNECTION_LEFT = "53300";

    /** No connection left, a deadlock, a lock or a statement that took too long, a transaction that did nothing for too long. */
    private static final Set<String> TRY_AGAIN = Set.of(NO_CONNECTION_LEFT, "40P01", "55P03", "57014", "25P03");

    private DatabaseProblems() {}

    /** Whether it is worth while to try again in a moment. SQL states: 08 is a broken connection, 57P01 to 57P03 a server that stops or starts, 53300 no connection left. */
    static boolean unavailable(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && (unavailable(sql.getSQLState()) || exhausted(sql))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nobody answers, rather than too late: what takes too long takes as long again. */
    public static boolean away(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && (away(sql.getSQLState()) || exhausted(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean unavailable(@Nullable String sqlState) {
        return away(sqlState) || (sqlState != null && TRY_AGAIN.contains(sqlState));
    }

    private static boolean away(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("57P0") || sqlState.equals(NO_CONNECTION_LEFT));
    }

    /** The connection pool's own failure to hand out a connection in time carries no SQL state. */
    private static boolean exhausted(SQLException e) {
        return e.getSQLState() == null
                && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
    }
}
