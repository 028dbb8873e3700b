package io.github.cognitoconnector.problem;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one exception that features throw; it becomes the answer as it is, so its detail is written for the caller. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient @Nullable Upstream upstream;
    private @Nullable Duration retryAfter;
    private boolean lostAnswer;

    private ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Upstream upstream,
            @Nullable Throwable cause) {
        super(type.code() + ": " + detail, cause);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.upstream = upstream;
        this.retryAfter = type.retryable() ? Duration.ofSeconds(1) : null;
    }

    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null, null);
    }

    public static ProblemException of(ProblemType type, String detail, Throwable cause) {
        return new ProblemException(type, detail, List.of(), null, cause);
    }

    /** @param wait how long the caller should wait before a repeat */
    public static ProblemException retryAfter(ProblemType type, String detail, Duration wait) {
        ProblemException problem = of(type, detail);
        problem.retryAfter = wait;
        return problem;
    }

    /** One field is wrong; the type of the problem is also the code of the field's error. */
    public static ProblemException field(ProblemType type, String pointer, String detail) {
        return fields(type, List.of(FieldError.of(type, pointer, detail)));
    }

    /** Several fields are wrong; the problem's detail is the first field's when there is only one. */
    public static ProblemException fields(ProblemType type, List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " fields are not valid.";
        return new ProblemException(type, detail, errors, null, null);
    }

    public static ProblemException upstream(ProblemType type, String detail, Upstream upstream, Throwable cause) {
        return new ProblemException(type, detail, List.of(), upstream, cause);
    }

    /** The problem that a failure has among its causes. */
    public static Optional<ProblemException> within(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    /** The same failure seen as another problem, with what AWS said kept. */
    public ProblemException as(ProblemType other, String otherDetail) {
        return new ProblemException(other, otherDetail, List.of(), upstream, this);
    }

    /** The same failure put down to one field of the request, with what AWS said kept. */
    public ProblemException at(ProblemType other, String pointer, String otherDetail) {
        return new ProblemException(
                other, otherDetail, List.of(FieldError.of(other, pointer, otherDetail)), upstream, this);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Upstream upstream() {
        return upstream;
    }

    /** Whether it is AWS's answer with this error code. */
    public boolean isUpstream(String code) {
        return upstream != null && code.equals(upstream.code());
    }

    /** Notes that an earlier attempt may have had its effect. */
    public ProblemException afterLostAnswer() {
        lostAnswer = true;
        return this;
    }

    /** Whether an earlier attempt may have had its effect. */
    public boolean followsLostAnswer() {
        return lostAnswer;
    }

    /** How long the caller should wait before a repeat; null where a repeat does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
