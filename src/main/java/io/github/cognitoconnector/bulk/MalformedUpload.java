package io.github.cognitoconnector.bulk;

import io.github.cognitoconnector.problem.FieldError;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.util.List;

/**
 * Why nothing of an upload is taken. Says where, and never what stands there: a cell holds personal data, and where the
 * header has been forgotten, so do the names of the columns.
 */
final class MalformedUpload {

    private MalformedUpload() {}

    /** @param column of the line, in characters from 1 */
    static ProblemException atColumn(int line, int column, String what) {
        return at(line, "Line " + line + ", column " + column + ": " + what);
    }

    /** @param field of a CSV record, counted from 1 */
    static ProblemException atField(int line, int field, String what) {
        return at(line, "Line " + line + ", field " + field + ": " + what);
    }

    static ProblemException atLine(int line, String what) {
        return at(line, "Line " + line + ": " + what);
    }

    private static ProblemException at(int line, String detail) {
        return ProblemException.fields(
                ProblemType.INVALID_REQUEST,
                List.of(FieldError.of(ProblemType.INVALID_REQUEST, "/lines/" + line, detail)));
    }
}
