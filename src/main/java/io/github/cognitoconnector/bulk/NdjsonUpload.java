package io.github.cognitoconnector.bulk;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.cognitoconnector.problem.ProblemException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One JSON object on each line, as strict as the body of a single create. */
final class NdjsonUpload implements UploadFormat {

    private static final String KNOWN = Arrays.stream(NdjsonRow.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining(", "));

    private final ObjectReader json;
    private final int maxRows;

    /** @param json the service's own, whose rules and bounds hold here too */
    NdjsonUpload(ObjectMapper json) {
        this(json, MAX_ROWS);
    }

    NdjsonUpload(ObjectMapper json, int maxRows) {
        this.json = json.readerFor(NdjsonRow.class);
        this.maxRows = maxRows;
    }

    @Override
    public void read(InputStream body, Consumer<UploadedRow> each) {
        Utf8Lines lines = new Utf8Lines(body);
        RowCount count = new RowCount(maxRows);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                NdjsonRow row = parse(lines.number(), line);
                each.accept(UploadedRow.of(count.next(), row.user(), row.enabled(), List.of()));
            }
        }
    }

    private NdjsonRow parse(int number, String line) {
        try {
            @Nullable NdjsonRow row = json.readValue(Utf8Lines.withoutEnd(line));
            if (row == null) {
                throw MalformedUpload.atColumn(number, 1, "A line is one JSON object.");
            }
            return row;
        } catch (JsonProcessingException e) {
            throw malformed(number, e);
        }
    }

    /** Jackson's messages show the text, so what they say is said anew. It notices an unknown property behind the object. */
    private static ProblemException malformed(int number, JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return MalformedUpload.atLine(number, "A property is not known. Known are " + KNOWN + ".");
        }
        String what = what(e);
        JsonLocation at = e.getLocation();
        return at == null || at.getColumnNr() < 1
                ? MalformedUpload.atLine(number, what)
                : MalformedUpload.atColumn(number, at.getColumnNr(), what);
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case JsonMappingException m when m.getCause() instanceof JsonProcessingException cause -> what(cause);
            case MismatchedInputException m
            when m.getPath().isEmpty() -> "A line is one JSON object, with nothing behind it.";
            case MismatchedInputException m -> "A value of the wrong type.";
            case StreamConstraintsException s -> "It is nested too deeply, or a name or number is too long.";
            case StreamReadException s
            when s.getOriginalMessage().startsWith("Duplicate field") -> "A property stands here for the second time.";
            case StreamReadException s -> "This is not valid JSON.";
            default -> "A value cannot be read; text must be well-formed Unicode.";
        };
    }
}
