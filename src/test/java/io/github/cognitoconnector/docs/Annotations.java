package io.github.cognitoconnector.docs;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What annotations in the sources say. */
final class Annotations {

    /** Elements of {@code @DurationMin} and {@code @DurationMax}, and how a description writes them. */
    private static final Map<String, String> UNITS =
            Map.of("millis", "ms", "seconds", "s", "minutes", "min", "hours", "h", "days", "d");

    private Annotations() {}

    static String text(NodeWithAnnotations<?> node, String annotation, String element) {
        return textIfAny(node, annotation, element)
                .orElseThrow(() -> new AssertionError("@" + annotation + " lacks " + element));
    }

    static Optional<String> textIfAny(NodeWithAnnotations<?> node, String annotation, String element) {
        return node.getAnnotationByName(annotation)
                .flatMap(found -> value(found, element))
                .map(value -> value.asStringLiteralExpr().asString());
    }

    /** Such as {@code 1 s to 60 s}; empty where nothing bounds the key. */
    static Optional<String> range(MethodDeclaration method) {
        for (String kind : List.of("", "Decimal", "Duration")) {
            Optional<String> least = method.getAnnotationByName(kind + "Min").map(Annotations::bound);
            Optional<String> most = method.getAnnotationByName(kind + "Max").map(Annotations::bound);
            if (least.isPresent() && most.isPresent()) {
                return Optional.of(least.get() + " to " + most.get());
            }
        }
        return Optional.empty();
    }

    private static String bound(AnnotationExpr annotation) {
        Optional<String> plain = value(annotation, "value").map(Annotations::number);
        return plain.orElseGet(() -> UNITS.keySet().stream()
                .flatMap(unit -> value(annotation, unit).stream().map(value -> number(value) + " " + UNITS.get(unit)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown unit: " + annotation)));
    }

    private static String number(Expression value) {
        String text = value.isStringLiteralExpr() ? value.asStringLiteralExpr().asString() : value.toString();
        return text.replace("_", "");
    }

    private static Optional<Expression> value(AnnotationExpr annotation, String element) {
        if (annotation.isSingleMemberAnnotationExpr() && element.equals("value")) {
            return Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue());
        }
        return annotation.toNormalAnnotationExpr().stream()
                .flatMap(normal -> normal.getPairs().stream())
                .filter(pair -> pair.getNameAsString().equals(element))
                .map(pair -> pair.getValue())
                .findFirst();
    }
}
