package io.github.cognitoconnector.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is wrong with a request, said at once. */
public final class FieldErrors {

    private final List<FieldError> found = new ArrayList<>();

    public void add(ProblemType type, String pointer, String detail) {
        found.add(FieldError.of(type, pointer, detail));
    }

    public void addAll(List<FieldError> errors) {
        found.addAll(errors);
    }

    /** Adds what is said of fields that are not wrong already. */
    public void addToOthers(List<FieldError> errors) {
        Set<String> known = found.stream().map(FieldError::pointer).collect(Collectors.toSet());
        errors.stream().filter(error -> !known.contains(error.pointer())).forEach(found::add);
    }

    /** Whether something is wrong with a field, or with a part of it. */
    public boolean concern(String pointer) {
        return found.stream().anyMatch(error -> error.pointer().startsWith(pointer));
    }

    /** Goes on where a check finds fields wrong; whatever else it throws goes through. */
    public void collect(Runnable check) {
        try {
            check.run();
        } catch (ProblemException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            found.addAll(e.errors());
        }
    }

    /** @throws ProblemException of the type that all errors have; {@code VALIDATION_FAILED} where they differ */
    public void check() {
        Optional<ProblemException> problem = problem();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /** What {@link #check} would throw. */
    public Optional<ProblemException> problem() {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<FieldError> all = found.stream().distinct().toList();
        List<String> codes = all.stream().map(FieldError::code).distinct().toList();
        return Optional.of(ProblemException.fields(
                codes.size() == 1 ? ProblemType.ofCode(codes.getFirst()) : ProblemType.VALIDATION_FAILED, all));
    }
}
