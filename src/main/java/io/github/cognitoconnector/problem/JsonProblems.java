package io.github.cognitoconnector.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a body that does not bind, without a word of the body and without the names of classes. */
final class JsonProblems {

    private JsonProblems() {}

    static ProblemException of(Throwable e) {
        return switch (e) {
            case JsonMappingException m when m.getCause() instanceof ProblemException problem -> problem;
            case JsonMappingException m
            when m.getCause() instanceof InputCoercionException -> at(m, "This number is out of range.");
            case JsonMappingException m when m.getCause() instanceof StreamReadException s -> malformed(s);
            case UnrecognizedPropertyException u -> at(u, "This property is not known.");
            case MismatchedInputException m -> at(m, "This value has the wrong type.");
            case JsonMappingException m -> at(m, "This value cannot be read; text must be well-formed Unicode.");
            case StreamReadException s -> malformed(s);
            case StreamConstraintsException s ->
                ProblemException.of(
                        ProblemType.INVALID_REQUEST,
                        "The body is nested too deeply, or a name or number is too long.",
                        s);
            default -> ProblemException.of(ProblemType.INVALID_REQUEST, "The body is not valid JSON.", e);
        };
    }

    private static ProblemException at(JsonMappingException e, String detail) {
        String pointer = pointer(e.getPath());
        return pointer.isEmpty()
                ? ProblemException.of(
                        ProblemType.INVALID_REQUEST, "The body is not a JSON value of the expected type.", e)
                : ProblemException.fields(
                        ProblemType.INVALID_REQUEST,
                        List.of(FieldError.of(ProblemType.INVALID_REQUEST, pointer, detail)));
    }

    private static ProblemException malformed(JacksonException e) {
        JsonLocation at = e.getLocation();
        String cause = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
                ? "The body has a property twice"
                : "The body is not valid JSON";
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return ProblemException.of(ProblemType.INVALID_REQUEST, cause + where + ".", e);
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
                .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
